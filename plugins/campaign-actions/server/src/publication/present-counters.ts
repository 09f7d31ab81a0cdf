import type { Catalogue, CatalogueEntry } from '../action/catalogue';
import { publicCounter } from '../counter/public-counter';

/** The present counters of these actions as JSON; `null` for one that was never published. */
export type PresentCounters = (actions: readonly string[], locale: string) => Promise<string[]>;

/** An action opens and closes without any change of what is stored about it. */
const FRESH_MS = 1000;

export const createPresentCounters = (
  catalogue: Pick<Catalogue, 'find'>,
  clock: () => number = Date.now,
): PresentCounters => {
  const encoded = new WeakMap<CatalogueEntry, Map<string, { json: string; at: number }>>();

  const encode = (entry: CatalogueEntry, locale: string): string => {
    const now = clock();
    const byLocale = encoded.get(entry) ?? new Map<string, { json: string; at: number }>();
    const known = byLocale.get(locale);
    if (known && now - known.at < FRESH_MS) return known.json;
    const json = JSON.stringify(publicCounter(entry, locale, new Date(now)));
    encoded.set(entry, byLocale.set(locale, { json, at: now }));
    return json;
  };

  return async (actions, locale) => {
    const counters: string[] = [];
    for (const action of actions) {
      const entry = await catalogue.find(action);
      counters.push(entry ? encode(entry, locale) : 'null');
    }
    return counters;
  };
};
