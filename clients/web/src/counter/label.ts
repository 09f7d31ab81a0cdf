import { formatted } from '../locale';

/** A counter's sentence, taken apart around its number. */
export interface Label {
  before: string;
  number: string;
  after: string;
}

/** Digits of any script, with what languages put between groups of them. */
const NUMBER = /\p{Nd}(?:[\p{Nd}.,'’٬\s]*\p{Nd})?/gu;

const digits = (text: string): string => text.replace(/\P{Nd}/gu, '');

/**
 * Finds the number in the sentence that the server wrote, however its language writes numbers.
 * Null where an editor's sentence does without: it is shown as it is then.
 */
export const labelParts = (label: string, total: number, locale: string): Label | null => {
  const wanted = new Set([String(total), digits(formatted(total, locale))]);
  for (const { 0: number, index } of label.matchAll(NUMBER))
    if (wanted.has(digits(number)))
      return { before: label.slice(0, index), number, after: label.slice(index + number.length) };
  return null;
};
