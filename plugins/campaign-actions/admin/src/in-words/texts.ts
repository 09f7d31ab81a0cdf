import { editorTexts, type Text } from '../../../contracts/editor-texts';

const allFields = Object.values(editorTexts).flatMap(({ fields }) => Object.entries(fields));

const helps = new Map(allFields.map(([, { help }]) => [help.en, help]));

/** The help text that was stored in English; null for a text that an administrator wrote. */
export const helpText = (stored: string | undefined): Text | null =>
  (stored ? helps.get(stored) : undefined) ?? null;

const sameWords = (some: string[], others: string[]): boolean =>
  some.length === others.length && some.every((word) => others.includes(word));

/** What the values of an enumeration of ours are called; null for one that is not ours. */
export const valueTexts = (field: string, values: string[]): Record<string, Text> | null => {
  const found = allFields.find(
    ([name, texts]) =>
      name === field && texts.values && sameWords(Object.keys(texts.values), values),
  );
  return found?.[1].values ?? null;
};
