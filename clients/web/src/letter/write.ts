import type { Letter } from '../contracts';

/** Where an editor wants the supporter's name; a letter has it below its closing anyway. */
const NAME = /\{(?:name|nom)\}|\[(?:your name|name|votre nom|nom)\]/gi;

/** A text cut at the places of the supporter's name. */
export const aroundName = (text: string): string[] => text.split(NAME);

export const withName = (text: string, name: string): string => aroundName(text).join(name);

const isPresent = (part: string | null): part is string => part !== null && part.trim() !== '';

/**
 * The letter as it is sent: paragraphs with an empty line between them, the name below the closing.
 *
 * @param nobody keeps the places for a name that is not known yet
 */
export const letterText = (
  { salutation, body, closing }: Letter,
  name: string,
  nobody: string,
): string => {
  const end = [closing ?? '', name].filter(isPresent).join('\n');
  return [salutation, body, end]
    .filter(isPresent)
    .map((part) => withName(part.trim(), name || nobody))
    .join('\n\n');
};

/**
 * Keeps the name below a letter right that somebody changed by hand. Places for it stay places, since
 * a name that is being typed is not whole yet.
 */
export const renamed = (text: string, before: string, after: string): string => {
  if (before === after) return text;
  const written = text.trimEnd();
  if (before === '') return written === '' ? text : `${written}\n${after}`;
  return written.endsWith(before) ? `${written.slice(0, -before.length)}${after}`.trimEnd() : text;
};
