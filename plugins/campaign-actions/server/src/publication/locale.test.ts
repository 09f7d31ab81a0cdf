import { atBestLocale, inBestLocale, localeChain } from './locale';

describe('localeChain', () => {
  it.each([
    ['fr-CA', ['fr-CA', 'fr', 'en']],
    ['zh-Hant-HK', ['zh-Hant-HK', 'zh-Hant', 'zh', 'en']],
    ['en', ['en']],
    ['', ['en']],
    [undefined, ['en']],
  ])('leads from %s to the default locale', (asked, chain) => {
    expect(localeChain(asked, 'en')).toEqual(chain);
  });
});

describe('inBestLocale', () => {
  const rows = [{ locale: 'es' }, { locale: 'fr' }, { locale: 'en' }];

  it('takes the first locale of the chain that is there', () => {
    expect(inBestLocale(rows, ['fr-CA', 'fr', 'en'])?.locale).toBe('fr');
    expect(inBestLocale(rows, ['FR'])?.locale).toBe('fr');
  });

  it('takes the first row when no locale of the chain is there, and none when there is none', () => {
    expect(inBestLocale(rows, ['de'])?.locale).toBe('es');
    expect(inBestLocale([], ['de'])).toBeUndefined();
  });
});

describe('atBestLocale', () => {
  const chinese = { zh: { slug: 'zh' }, 'zh-Hant': { slug: 'hant' }, en: { slug: 'en' } };

  it.each([
    ['zh-Hant-HK', 'zh-Hant', 'hant'],
    ['zh-hant', 'zh-Hant', 'hant'],
    ['zh-Hans', 'zh', 'zh'],
    ['fr-CA', 'en', 'en'],
  ])('for %s takes what is written in %s', (asked, locale, slug) => {
    expect(atBestLocale(chinese, localeChain(asked, 'en'))).toEqual({ locale, slug });
  });

  it('takes any where the default locale is not there either, and none where there is none', () => {
    expect(atBestLocale({ es: { slug: 'es' } }, ['fr', 'en'])?.locale).toBe('es');
    expect(atBestLocale({}, ['fr', 'en'])).toBeUndefined();
  });
});
