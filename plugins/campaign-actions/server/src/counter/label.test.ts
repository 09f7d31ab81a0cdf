import { counterLabel } from './label';

const ENGLISH = '{count, plural, one {# person has} other {# people have}} taken action';
const FRENCH =
  '{count, plural, one {# personne a agi} many {# de personnes ont agi} other {# personnes ont agi}}';

/** Canadian French groups thousands by this one. */
const plainSpaces = (text: string) => text.replace(/\u00a0/g, ' ');

describe('counterLabel', () => {
  it.each([
    [0, '0 people have taken action'],
    [1, '1 person has taken action'],
    [785, '785 people have taken action'],
    [1000, '1,000 people have taken action'],
  ])('says %d in English', (count, words) => {
    expect(counterLabel(ENGLISH, 'en', count)).toBe(words);
  });

  it.each([
    [0, '0 personne a agi'],
    [1, '1 personne a agi'],
    [2, '2 personnes ont agi'],
    [1000, '1 000 personnes ont agi'],
    [1_000_000, '1 000 000 de personnes ont agi'],
    [1_000_001, '1 000 001 personnes ont agi'],
  ])('says %d in French', (count, words) => {
    for (const locale of ['fr', 'fr-CA']) {
      const label = counterLabel(FRENCH, locale, count);
      expect(plainSpaces(label)).toBe(words);
      expect(label.match(/\d \d/)).toBeNull();
    }
  });

  it('takes angle brackets and apostrophes as the editor typed them', () => {
    expect(counterLabel("<b>{count}</b> people's voices", 'en', 3)).toBe(
      "<b>3</b> people's voices",
    );
  });

  it.each(['{count, plural, one {# person}', '{other} people', '{count, plural, one {x}}'])(
    'says the bare number for a message that cannot be read: %s',
    (message) => {
      expect(counterLabel(message, 'en', 785)).toBe('785');
    },
  );

  it('says the bare number in a language that does not exist', () => {
    expect(counterLabel(ENGLISH, 'not a locale', 2)).toBe('2');
  });
});
