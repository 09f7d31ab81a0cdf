import { escape } from 'campaign-actions-web/html';
import { hashOf } from '../policy/hash';
import type { Language } from '../visitor/language';

const NAMES: Record<Language, string> = { en: 'English', fr: 'Français' };

/** What stands behind the `#` goes along; the element takes it out of the address only later. */
const SCRIPT =
  'document.currentScript.previousElementSibling.firstElementChild.hash = location.hash;';

export const OTHER_LANGUAGE_SCRIPT = hashOf(SCRIPT);

/** Leads to the same page in the other language; without a script the code is pasted there, too. */
export const otherLanguageHtml = (language: Language): string => {
  const other = language === 'en' ? 'fr' : 'en';
  const link = `<a href="?locale=${other}" lang="${other}" hreflang="${other}">${escape(NAMES[other])}</a>`;
  return `<p>${link}</p><script>${SCRIPT}</script>`;
};
