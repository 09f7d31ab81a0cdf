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
    ['empty when nobody can see it', '\u3164\u200b\u2800\u200f', ''],
    ['without a mark of byte order', '\ufeffZoë', 'Zoë'],
    ['without what came along when it was copied', 'Z\u200bo\u00ad\u2060ë\u200d', 'Zoë'],
    ['with the place to break a line that Khmer needs', 'សុខ\u200bភាព', 'សុខ\u200bភាព'],
    ['with the joiner at the end of a word in Malayalam', 'അവന്\u200d', 'അവന്\u200d'],
    [
      'with the flag of a region',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    ['without letters hidden in tags', 'Zoë\u{e0068}\u{e0069}', 'Zoë'],
    ['with the five marks beside a Burmese letter', 'မျှော်', 'မျှော်'],
    ['in one form, when what parted a letter from its mark is gone', 'e\u200d\u0301\u200d', 'é'],
  ])('is kept %s', (_, typed, text) => {
    expect(checkText(typed, line)).toEqual({ text, problem: null });
  });

  it.each([
    ['of a letter', 'a' + '\u0335'.repeat(5)],
    ['of a letter, with others beside it', 'က' + 'ျ'.repeat(9)],
    ['of nothing', '\u0335'.repeat(5)],
  ])('may not climb over the lines above and below by the marks %s (T-53)', (_, typed) => {
    expect(checkText(typed, line)).toEqual({ text: null, problem: 'characters' });
  });

  it('is in bytes and graphemes as short as it is in code points (T-53)', () => {
    const graphemes = new Intl.Segmenter();
    for (const most of ['😀'.repeat(10), 'က' + 'ျ'.repeat(8), '你'.repeat(10)]) {
      const { text } = checkText(most, line);
      expect(Buffer.byteLength(text ?? '')).toBeLessThanOrEqual(40);
      expect([...graphemes.segment(text ?? '')].length).toBeLessThanOrEqual(10);
    }
    // U+FDFA would be 18 letters in NFKC.
    expect(checkText('\ufdfa'.repeat(10), line).text).toBe('\ufdfa'.repeat(10));
  });

  it('may come in pieces, as some systems copy it', () => {
    expect(checkText('ế'.repeat(10).normalize('NFD'), line).text).toBe('ế'.repeat(10));
  });

  it('keeps its lines where there may be some, with one kind of line end', () => {
    expect(checkText('a\r\nb\rc\nd', lines)).toEqual({ text: 'a\nb\nc\nd', problem: null });
    expect(checkText('a\tb', lines)).toEqual({ text: 'a\tb', problem: null });
    expect(checkText('a\u2028b\u2029c', lines)).toEqual({ text: 'a\nb\nc', problem: null });
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
    'a\u206e',
    'a\ufff9b',
    'a\ufffe',
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
