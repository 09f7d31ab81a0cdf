import type { Counter } from '../../../contracts/counter';
import type { Catalogue } from '../action/catalogue';
import { publicCounter } from './public-counter';

/** The public counters of these actions, from memory; one that was never published has none. */
export const countersOf = async (
  catalogue: Pick<Catalogue, 'find'>,
  documentIds: readonly string[],
  locale: string | null,
): Promise<Map<string, Counter>> => {
  const counters = new Map<string, Counter>();
  for (const documentId of documentIds) {
    const entry = await catalogue.find(documentId, locale);
    if (entry) counters.set(documentId, publicCounter(entry, locale, new Date()));
  }
  return counters;
};
