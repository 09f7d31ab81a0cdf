/** What is said in each language that we speak; every word that is not an editor's stands in such a pair. */
export interface InLanguages<Said> {
  en: Said;
  fr: Said;
}

/** A BCP 47 tag of what somebody wrote: other systems say `fr_CA`; what is none at all is English. */
export const tagOf = (written: string): string => {
  const tag = written.replaceAll('_', '-');
  try {
    Intl.getCanonicalLocales(tag);
    return tag;
  } catch {
    return 'en';
  }
};

/** `fr` of `fr-CA`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0] ?? '';

/** In the nearest language there is: `fr-CA` has French, what nobody has written has English. */
export const inLanguage = <Said>(locale: string, { en, fr }: InLanguages<Said>): Said =>
  languageOf(locale) === 'fr' ? fr : en;

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr';

/** Hours as French writes them stay in one line. */
export const inOneLine = (time: string): string =>
  time.replace(/(\d) h (?=\d)/g, '$1\u00a0h\u00a0');

/** How numbers and times are written: whoever says no more than "French" gets what we speak. */
export const writtenIn = (locale: string): string => {
  const tag = tagOf(locale);
  return tag.toLowerCase() === 'fr' ? 'fr-CA' : tag;
};

/** Every number that we write. */
export const formatted = (number: number, locale: string): string =>
  new Intl.NumberFormat(writtenIn(locale)).format(number);
