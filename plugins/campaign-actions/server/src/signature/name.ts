import { parse } from 'tldts';
import type { FieldErrorCode } from '../http/problems';

/** Blanks, and signs that no screen shows; a spreadsheet passes over them. */
const UNSEEN = /^[\s\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]+/u;
/** At these a spreadsheet begins to calculate; a sign alone is entered by who has no such name. */
const FORMULA = /^[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20].*[\p{L}\p{N}]/u;

/** Without any of these nothing is an address; the rest are dots and colons of other widths. */
const MAYBE_ADDRESS = /[.:\u2024-\u2026\u3002\ufe10-\ufe6f\uff01-\uff65]/;
const SCHEME = /:\/\/|(?<![\p{L}\p{N}])(?:(?:mailto|tel|data|javascript|vbscript):|www\.)/iu;
const WORDS = /[\p{L}\p{M}\p{N}.-]+\/?/gu;
/** What is an address however it is written; other endings may be names: Md.Kim, Prof.Wang. */
const ALWAYS = /^(?:com|net|org|info|biz|io|app|dev|xyz|top|online|site|shop|club|ru|cn)$/;

/** A known ending in small letters after something that is more than an initial, or a path after it. */
const isWebAddress = (words: string): boolean => {
  const labels = words
    .replace('/', '')
    .split('.')
    .filter((label) => label !== '');
  const ending = labels.at(-1) ?? '';
  const { isIcann, domainWithoutSuffix } = parse(labels.join('.').toLowerCase());
  if (labels.length < 2 || !isIcann || !domainWithoutSuffix) return false;
  if (words.endsWith('/')) return true;
  const small = ending.toLowerCase();
  return domainWithoutSuffix.length > 1 && (ending === small || ALWAYS.test(small));
};

const holdsAddress = (name: string): boolean => {
  // As browsers read a host: full-width letters and dots are letters and dots.
  const read = name
    .normalize('NFKC')
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/\p{Cf}/gu, '');
  return SCHEME.test(read) || (read.match(WORDS) ?? []).some(isWebAddress);
};

/**
 * What stands in a list of names must not lead anywhere, nor be calculated by the spreadsheet that
 * opens it. Names with dots, hyphens and apostrophes are names.
 */
export const nameProblem = (name: string): FieldErrorCode | null => {
  if (FORMULA.test(name.replace(UNSEEN, ''))) return 'first-character';
  return MAYBE_ADDRESS.test(name) && holdsAddress(name) ? 'link' : null;
};
