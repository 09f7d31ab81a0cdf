import { IntlMessageFormat } from 'intl-messageformat';

/** How numbers are written: whoever says no more than "French" gets that of Canada, as in the client. */
const writtenIn = (locale: string): string => (locale.toLowerCase() === 'fr' ? 'fr-CA' : locale);

const MOST_COMPILED = 1000;
const compiled = new Map<string, IntlMessageFormat>();

/** Compiling costs a hundred times more than formatting, and a label changes only when an editor does. */
const compile = (message: string, locale: string): IntlMessageFormat => {
  const key = `${locale}\n${message}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const format = new IntlMessageFormat(message, writtenIn(locale), undefined, { ignoreTag: true });
  compiled.set(key, format);
  return format;
};

/**
 * The counter in words: `{count, plural, one {# person has} other {# people have}} taken action`
 * says "785 people have taken action". A message that does not compile, or wants anything but the
 * count, says the bare number: a page never fails over its label.
 */
export const counterLabel = (message: string, locale: string, count: number): string => {
  try {
    return String(compile(message, locale).format({ count }));
  } catch {
    return String(count);
  }
};
