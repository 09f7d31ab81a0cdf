import { labelParts } from './label';

describe('The number in the sentence of a counter', () => {
  it.each([
    ['785 people have taken action', 785, 'en', ['', '785', ' people have taken action']],
    ['12,785 people in 2 towns', 12785, 'en', ['', '12,785', ' people in 2 towns']],
    ['In 2 towns 12 people', 12, 'en', ['In 2 towns ', '12', ' people']],
    ['1\u202f234 personnes', 1234, 'fr', ['', '1\u202f234', ' personnes']],
    ['1\u00a0234 personnes', 1234, 'fr-CA', ['', '1\u00a0234', ' personnes']],
    ['١٬٢٣٤ شخصًا', 1234, 'ar-EG', ['', '١٬٢٣٤', ' شخصًا']],
    ['Schon 1.000.000 Menschen', 1_000_000, 'de', ['Schon ', '1.000.000', ' Menschen']],
    ["1'000 Leute.", 1000, 'de-CH', ['', "1'000", ' Leute.']],
  ])('is found in "%s"', (label, total, locale, [before, number, after]) => {
    expect(labelParts(label, total, locale)).toEqual({ before, number, after });
  });

  it('is not looked for in a sentence that does without', () => {
    expect(labelParts('Be the first!', 0, 'en')).toBeNull();
    expect(labelParts('Somebody on floor 12', 1, 'en')).toBeNull();
  });
});
