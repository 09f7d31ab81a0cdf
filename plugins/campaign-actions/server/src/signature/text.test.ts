import { checkText } from './text';

const line = { maxLength: 10, multiline: false };
const lines = { maxLength: 10, multiline: true };

describe('What a supporter typed', () => {
  it.each([
    ['as it is', 'Zoë', 'Zoë'],
    ['without the blanks around it', '  Zoë\u00a0 ', 'Zoë'],
    ['in one form, however its letters are put together', 'Zoe\u0308', 'Zoë'],
    ['with ligatures left alone', 'ﬁn', 'ﬁn'],
    ['with the joiners that some writing needs', 'می‌خواهم', 'می‌خواهم'],
    ['with an emoji of several characters', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['counted as people count, not as computers do', '😀'.repeat(10), '😀'.repeat(10)],
    ['empty when it is blank', ' \u3000 ', ''],
  ])('is kept %s', (_, typed, text) => {
    expect(checkText(typed, line)).toEqual({ text, problem: null });
  });

  it('keeps its lines where there may be some, with one kind of line end', () => {
    expect(checkText('a\r\nb\rc\nd', lines)).toEqual({ text: 'a\nb\nc\nd', problem: null });
    expect(checkText('a\tb', lines)).toEqual({ text: 'a\tb', problem: null });
  });

  it.each(['a\nb', 'a\rb', 'a\tb', 'a\u2028b', 'a\u2029b'])(
    'may not break the line where there is only one: %j',
    (typed) => {
      expect(checkText(typed, line)).toEqual({ text: null, problem: 'characters' });
    },
  );

  it.each([
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u202egnp.exe',
    '\u2066a\u2069',
    '\ufeffa',
    'Zo\ud83d',
    '\udc00',
  ])('may hold no control, and nothing that turns the writing around: %j', (typed) => {
    for (const rules of [line, lines]) {
      expect(checkText(typed, rules)).toEqual({ text: null, problem: 'characters' });
    }
  });

  it('may be as long as it is allowed, after trimming, and no longer', () => {
    expect(checkText(` ${'a'.repeat(10)} `, line).problem).toBeNull();
    expect(checkText('a'.repeat(11), line)).toEqual({ text: null, problem: 'too-long' });
    expect(checkText('😀'.repeat(11), line)).toEqual({ text: null, problem: 'too-long' });
    expect(checkText('a'.repeat(1_000_000), line)).toEqual({ text: null, problem: 'too-long' });
  });
});
