import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FAULTS } from '../../../tests/french-faults';

const strings = (texts: unknown): string[] => {
  if (typeof texts === 'string') return [texts];
  return texts instanceof Object ? Object.values(texts).flatMap(strings) : [];
};

/** Each folder's `texts.ts` exports what gives its words in a language. */
const folders = readdirSync(__dirname).filter((name) =>
  existsSync(path.join(__dirname, name, 'texts.ts')),
);

const frenchOf = async (folder: string): Promise<string[]> => {
  const texts = (await import(`./${folder}/texts`)) as Record<string, unknown>;
  return Object.values(texts).flatMap((each) =>
    typeof each === 'function' && each.length === 1
      ? strings((each as (locale: string) => unknown)('fr'))
      : [],
  );
};

describe.each(folders)('The French of %s', (folder) => {
  it.each(Object.entries(FAULTS))('has nowhere %s', async (_fault, pattern) => {
    expect((await frenchOf(folder)).filter((text) => pattern.test(text))).toEqual([]);
  });
});
