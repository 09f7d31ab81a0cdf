import { languageOf } from './language';

describe('the language of the plugin’s own pages', () => {
  it.each([
    ['fr', '', 'fr'],
    ['fr-CA', 'en', 'fr'],
    ['de', 'fr', 'fr'],
    [null, 'fr-CA,fr;q=0.9,en;q=0.5', 'fr'],
    [null, 'en;q=0.5, fr;q=0.9', 'fr'],
    [null, 'de, fr;q=0', 'en'],
    [null, 'fro', 'en'],
    [null, '*', 'en'],
    [null, '', 'en'],
  ])('is asked for by %j and %j', (locale, accepted, language) =>
    expect(languageOf(locale, accepted)).toBe(language),
  );
});
