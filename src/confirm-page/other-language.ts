import { escape } from 'campaign-actions-web/html';
import { hashOf } from '../policy/hash';
import type { Language } from '../visitor/language';

const NAMES: Record<Language, string> = { en: 'English', fr: 'Français' };

/**
 * What a mail's link has behind its `#` goes along until it was followed; the element takes it out of
 * the address only later. Other places within the page are none of that.
 */
const SCRIPT = [
  'const link = document.currentScript.previousElementSibling.firstElementChild;',
  'const take = () => { if (location.hash.includes("token=")) link.hash = location.hash; };',
  'take();',
  'addEventListener("hashchange", take);',
  'addEventListener("campaign:followed", () => { link.hash = ""; });',
].join(' ');

export const OTHER_LANGUAGE_SCRIPT = hashOf(SCRIPT);

/** Leads to the same page in the other language; without a script the code is pasted there, too. */
export const otherLanguageHtml = (language: Language): string => {
  const other = language === 'en' ? 'fr' : 'en';
  const link = `<a href="?locale=${other}" lang="${other}" hreflang="${other}">${escape(NAMES[other])}</a>`;
  return `<p>${link}</p><script>${SCRIPT}</script>`;
};
