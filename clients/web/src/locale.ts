/** What is said in each language that we speak; every word that is not an editor's stands in such a pair. */
export interface InLanguages<Said> {
  en: Said;
  fr: Said;
}

/** In the nearest language there is: `fr-CA` has French, what nobody has written has English. */
export const inLanguage = <Said>(locale: string, { en, fr }: InLanguages<Said>): Said =>
  locale.toLowerCase().split('-')[0] === 'fr' ? fr : en;

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(locale.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** Hours as French writes them stay in one line. */
export const inOneLine = (time: string): string =>
  time.replace(/(\d) h (?=\d)/g, '$1\u00a0h\u00a0');

/** How numbers and times are written: whoever says no more than "French" gets what we speak. */
export const writtenIn = (locale: string): string =>
  locale.toLowerCase() === 'fr' ? 'fr-CA' : locale;
