import type { Counter } from '../../../contracts/counter';
import type { Catalogue, CatalogueEntry } from '../action/catalogue';
import { nearestTo, nextChange } from '../action/policy';
import { after, type Soon } from '../fresh';
import { COUNTER_CACHE, encodedReply, type Reply } from '../http/reply';
import { publicCounter } from './public-counter';

/** A counter, encoded once for all its readers. */
export interface Encoded {
  counter: Counter;
  /** The counter alone, to be put into larger answers. */
  json: string;
  /** As an answer of its own. */
  reply: Reply;
}

/**
 * Every counter as bytes, made again only when its numbers, its policy or its state change. It holds
 * one per action and published locale, whatever names and locales are asked for.
 */
export interface CounterBoard {
  /** By documentId or slug, in the nearest locale; null for what was never published. */
  find(name: string, locale: string | null): Soon<Encoded | null>;
  /** That of an action already found; asks nobody. */
  of(entry: CatalogueEntry, locale: string | null): Encoded;
}

interface Kept extends Encoded {
  /** Epoch milliseconds when the action opens or closes. */
  until: number;
}

/** By published locale, and one for those who ask for none. */
type InLocales = Map<string, Kept | null>;

const NO_LOCALE = '';

export const createCounterBoard = (
  catalogue: Pick<Catalogue, 'find'>,
  clock: () => number = Date.now,
): CounterBoard => {
  // The catalogue replaces an entry when anything about it changes, and the old one goes with this.
  const kept = new WeakMap<CatalogueEntry, InLocales>();

  const encode = (entry: CatalogueEntry, locale: string): Kept => {
    const now = new Date(clock());
    const counter = publicCounter(entry, locale || null, now);
    const json = JSON.stringify(counter);
    const reply = encodedReply(`{"data":${json},"meta":{}}`, COUNTER_CACHE);
    return { counter, json, reply, until: nextChange(entry.policy, now)?.getTime() ?? Infinity };
  };

  const localesOf = (entry: CatalogueEntry): InLocales => {
    const known = kept.get(entry);
    if (known) return known;
    const locales = [NO_LOCALE, ...Object.keys(entry.policy.locales)];
    const made: InLocales = new Map(locales.map((locale) => [locale, null]));
    kept.set(entry, made);
    return made;
  };

  const inNearest = (entry: CatalogueEntry, asked: string | null): Encoded => {
    const there = localesOf(entry);
    const locale = spoken(entry, there, asked);
    const known = there.get(locale);
    if (known && clock() < known.until) return known;
    const made = encode(entry, locale);
    there.set(locale, made);
    return made;
  };

  return {
    find: (name, locale) =>
      after(catalogue.find(name, locale), (entry) => entry && inNearest(entry, locale)),
    of: inNearest,
  };
};

/** Almost always the very one that is asked for; else the nearest, which takes longer to find. */
const spoken = ({ policy }: CatalogueEntry, there: InLocales, asked: string | null): string => {
  const exact = asked ?? NO_LOCALE;
  return there.has(exact) ? exact : (nearestTo(policy, asked)?.locale ?? NO_LOCALE);
};
