import type { Counter } from '../../../contracts/counter';
import type { Catalogue } from '../action/catalogue';
import { publicCounter } from './public-counter';

/**
 * The public counters of these actions, documentIds or slugs, by what was asked for and from memory;
 * one that was never published has none.
 */
export const countersOf = async (
  catalogue: Pick<Catalogue, 'find'>,
  names: readonly string[],
  locale: string | null,
): Promise<Map<string, Counter>> => {
  const counters = new Map<string, Counter>();
  for (const name of names) {
    const entry = await catalogue.find(name, locale);
    if (entry) counters.set(name, publicCounter(entry, locale, new Date()));
  }
  return counters;
};
