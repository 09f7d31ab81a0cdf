import { edited, formsOf, inReadingOrder, sampleOf, suggestMany } from './boxes';

const CHIP = '[nombre]';

it('a locale has the boxes of its plural forms', () => {
  expect(formsOf('en')).toEqual(['one', 'other']);
  expect(formsOf('fr')).toEqual(['one', 'many', 'other']);
  expect(formsOf('fr-CA')).toEqual(['one', 'many', 'other']);
  expect(formsOf('not a locale')).toEqual(['one', 'other']);
});

it('each box has a number to show beside it', () => {
  expect(sampleOf('one', 'en')).toBe(1);
  expect(sampleOf('other', 'fr')).toBe(785);
  expect(sampleOf('many', 'fr')).toBe(1_000_000);
  expect(sampleOf('many', 'en')).toBeNull();
});

it('boxes stand from small to large numbers', () => {
  expect(inReadingOrder(formsOf('fr'), 'fr')).toEqual(['one', 'other', 'many']);
  expect(inReadingOrder(['many', 'other'], 'en')).toEqual(['other', 'many']);
});

it.each([
  ['[nombre] personnes ont agi', '[nombre] de personnes ont agi'],
  ['[nombre] actions menées', '[nombre] d’actions menées'],
  ['[nombre] États signataires', '[nombre] d’États signataires'],
  ['Déjà [nombre] personnes', 'Déjà [nombre] de personnes'],
  ['[nombre] de personnes', '[nombre] de personnes'],
  ['[nombre]', '[nombre]'],
  ['Signatures : [nombre].', 'Signatures : [nombre].'],
])('French says a million with "de": %s', (other, many) => {
  expect(suggestMany(other, 'fr', CHIP)).toBe(many);
});

it('only French gets the "de"', () => {
  expect(suggestMany('[nombre] personas', 'es', CHIP)).toBe('[nombre] personas');
});

describe('editing', () => {
  it('French: the third box follows while it is untouched', () => {
    const typed = edited({}, 'other', '[nombre] personnes', 'fr', CHIP);
    expect(typed.many).toBe('[nombre] de personnes');
    expect(edited(typed, 'other', '[nombre] gens', 'fr', CHIP).many).toBe('[nombre] de gens');
  });

  it('French: the third box keeps a text of its own', () => {
    const own = edited({ other: '[nombre] personnes' }, 'many', 'Un million !', 'fr', CHIP);
    expect(edited(own, 'other', '[nombre] gens', 'fr', CHIP).many).toBe('Un million !');
  });

  it('French: an old message without a third form gets it with the next edit', () => {
    const old = { one: '[nombre] personne', other: '[nombre] personnes' };
    expect(edited(old, 'one', '[nombre] seule personne', 'fr', CHIP).many).toBe(
      '[nombre] de personnes',
    );
  });

  it('English has no third box', () => {
    expect(edited({}, 'other', '[nombre] people', 'en', CHIP)).toEqual({
      other: '[nombre] people',
    });
  });
});
