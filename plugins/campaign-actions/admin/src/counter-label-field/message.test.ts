import { IntlMessageFormat } from 'intl-messageformat';
import type { Boxes } from './boxes';
import { toBoxes, toMessage } from './message';

const CHIP = '[number]';

const say = (message: string, count: number, locale = 'en'): string =>
  String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format({ count }));

describe('boxes become one ICU message', () => {
  it('one and many', () => {
    expect(
      toMessage(
        {
          one: '[number] person has taken action',
          other: '[number] people have taken action',
        },
        CHIP,
      ),
    ).toBe('{count, plural, one {# person has taken action} other {# people have taken action}}');
  });

  it('in the order of CLDR, an empty box left to "other"', () => {
    expect(toMessage({ other: 'c', many: 'b', one: 'a' }, CHIP)).toBe(
      '{count, plural, one {a} many {b} other {c}}',
    );
    expect(toMessage({ one: '', other: 'c' }, CHIP)).toBe('{count, plural, other {c}}');
    expect(toMessage({ one: 'a', other: '' }, CHIP)).toBe('{count, plural, one {a} other {}}');
  });

  it('all empty is no message', () => {
    expect(toMessage({ one: '', other: '' }, CHIP)).toBe('');
    expect(toMessage({}, CHIP)).toBe('');
  });
});

describe('a message becomes boxes', () => {
  it.each<[string, Boxes]>([
    [
      '{count, plural, one {# person has} other {# people have}} taken action',
      { one: '[number] person has taken action', other: '[number] people have taken action' },
    ],
    [
      'So far {count,plural,one{# person}other{# people}}!',
      { one: 'So far [number] person!', other: 'So far [number] people!' },
    ],
    [
      '{count, plural, one {# personne a} many {# de personnes ont} other {# personnes ont}} agi',
      {
        one: '[number] personne a agi',
        many: '[number] de personnes ont agi',
        other: '[number] personnes ont agi',
      },
    ],
    ['Signatures: {count, number}', { other: 'Signatures: [number]' }],
    ['Be with us', { other: 'Be with us' }],
    ['', { other: '' }],
  ])('%s', (message, boxes) => {
    expect(toBoxes(message, CHIP)).toEqual(boxes);
  });

  it.each([
    '{count, plural, =0 {Be the first} one {#} other {#}}',
    '{count, plural, offset:1 one {#} other {#}}',
    '{count, plural, one {#}}',
    '{count, plural, one {a} one {b} other {c}}',
    '{count, plural, other {c} one {a} one {b}}',
    '{count, plural, one {{name}} other {#}}',
    '{count, selectordinal, one {#st} other {#th}}',
    '{count} people',
    '{name} and {count, number} others',
    '{count, plural, one {a} other {b}} and {count, plural, one {a} other {b}}',
    '{count, plural, one {a} other {b}',
    'a } b',
    '[number] people',
  ])('stays as it is where boxes cannot say the same: %s', (message) => {
    expect(toBoxes(message, CHIP)).toBeNull();
  });
});

const TEXTS = [
  "[number] people can't wait",
  "l'action de [number] personnes, aujourd''hui",
  '#StopTheViolence: [number]',
  'literal {braces} and # and <b>tags</b>',
  "'{'",
  "{'{",
  "''{''}''#''",
  "'",
  "{''",
  '[number][number]',
  "[number]'",
  "'[number]#[number]'",
  ' [number]  spaces kept ',
];

describe.each(TEXTS)('the text %j', (text) => {
  const boxes: Boxes = { one: `one ${text}`, other: text };

  it('comes back from its message as it was', () => {
    expect(toBoxes(toMessage(boxes, CHIP), CHIP)).toEqual(boxes);
  });

  it('is said with the number in place of the chip', () => {
    expect(say(toMessage(boxes, CHIP), 785)).toBe(text.replaceAll(CHIP, '785'));
    expect(say(toMessage(boxes, CHIP), 1)).toBe(`one ${text.replaceAll(CHIP, '1')}`);
  });
});

it.each([
  "{count, plural, one {# person has} other {# people haven't}} #taken '{action}'",
  "It''s {count, plural, one {'#'1: #} many {# de} other {# '{x}' it's}} 'quoted'",
  'Signatures: {count, number} #',
])('boxes say what the message said: %s', (message) => {
  const boxes = toBoxes(message, CHIP);
  expect(boxes).not.toBeNull();
  for (const count of [0, 1, 2, 785, 1_000_000]) {
    expect(say(toMessage(boxes ?? {}, CHIP), count, 'fr')).toBe(say(message, count, 'fr'));
  }
});
