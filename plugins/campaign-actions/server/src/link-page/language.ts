import type { Language } from './texts';

const known = (tag: string): Language | null => {
  const language = tag.trim().toLowerCase().slice(0, 2);
  const isWhole = /^[a-z]{2}(-|$)/i.test(tag.trim());
  return isWhole && (language === 'en' || language === 'fr') ? language : null;
};

const quality = (part: string): number => {
  const given = /;\s*q=([\d.]+)/.exec(part)?.[1];
  return given === undefined ? 1 : Number(given) || 0;
};

/**
 * The language of the plugin's own pages: that of the locale which was asked for, else the one that
 * the browser likes best.
 *
 * @param accepted as in `Accept-Language`
 */
export const languageOf = (locale: string | null, accepted: string): Language => {
  const asked = known(locale ?? '');
  if (asked) return asked;
  const liked = accepted
    .slice(0, 200)
    .split(',')
    .map((part) => ({ language: known(part.split(';')[0] ?? ''), liking: quality(part) }))
    .filter(({ liking }) => liking > 0)
    .sort((a, b) => b.liking - a.liking);
  return liked.find(({ language }) => language !== null)?.language ?? 'en';
};
