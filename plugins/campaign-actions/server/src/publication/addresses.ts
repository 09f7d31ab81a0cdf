import type { Soon } from '../fresh';
import { inBestLocale, localeChain } from './locale';
import type { Address, PublicationStore, PublishedType } from './store';

/** Where everything of one type that is published can be found. */
export interface Addresses {
  /**
   * What a documentId or a slug names: a documentId first, then a slug in the locale asked for and
   * those it falls back to, then in any, then a slug of former times. The answer is in the best
   * locale that the document is published in; nothing for what is not published.
   */
  find(name: string, locale: string | null): Soon<Address | undefined>;
}

/** A site with more pages than this asks its database for each name. */
export const MOST_ADDRESSES = 10_000;

/** What a documentId or a slug can look like; the database is not asked for anything else. */
const NAME = /^[\w.~-]{1,255}$/;

type Key = 'documentId' | 'slug';

const groupedBy = (addresses: readonly Address[], key: Key): Map<string, Address[]> => {
  const groups = new Map<string, Address[]>();
  for (const address of addresses) {
    const value = address[key];
    if (!value) continue;
    const group = groups.get(value);
    if (group) group.push(address);
    else groups.set(value, [address]);
  }
  return groups;
};

/** @param present what is published now; both lists the row published or given up last first */
const indexOf = (present: readonly Address[], past: readonly Address[]) => {
  const byDocument = groupedBy(present, 'documentId');
  const bySlug = groupedBy(present, 'slug');
  const byFormerSlug = groupedBy(past, 'slug');
  return {
    documentAt(name: string, chain: string[]): string | undefined {
      if (byDocument.has(name)) return name;
      // A slug may stand for several documents, one in each locale.
      const there = bySlug.get(name) ?? byFormerSlug.get(name) ?? [];
      return inBestLocale(there, chain)?.documentId;
    },
    addressOf: (documentId: string | undefined, chain: string[]): Address | undefined =>
      inBestLocale(byDocument.get(documentId ?? '') ?? [], chain),
  };
};

export const createAddresses = (
  present: readonly Address[],
  past: readonly Address[],
  defaultLocale: string,
): Addresses => {
  const index = indexOf(present, past);
  const usual = localeChain(null, defaultLocale);
  return {
    find(name, locale) {
      const isUsual = locale === null || locale === defaultLocale;
      const chain = isUsual ? usual : localeChain(locale, defaultLocale);
      return index.addressOf(index.documentAt(name, chain), chain);
    },
  };
};

type Store = Pick<PublicationStore, 'addresses' | 'addressed' | 'pastAddresses'>;

const askedOneByOne = (store: Store, type: PublishedType, defaultLocale: string): Addresses => ({
  async find(name, locale) {
    if (!NAME.test(name)) return undefined;
    const chain = localeChain(locale, defaultLocale);
    const past = await store.pastAddresses(type, [name]);
    const found = indexOf(await store.addressed(type, [name]), past).documentAt(name, chain);
    if (!found) return undefined;
    return indexOf(await store.addressed(type, [found]), []).addressOf(found, chain);
  },
});

/** All addresses in memory, or, where they are too many, a way to ask for each. */
export const readAddresses = async (
  store: Store,
  type: PublishedType,
  defaultLocale: string,
): Promise<Addresses> => {
  const present = await store.addresses(type, MOST_ADDRESSES + 1);
  if (present.length > MOST_ADDRESSES) return askedOneByOne(store, type, defaultLocale);
  return createAddresses(present, await store.pastAddresses(type), defaultLocale);
};
