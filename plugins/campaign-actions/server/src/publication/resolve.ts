import { inBestLocale } from './locale';
import type { Address, PublicationStore, PublishedType } from './store';

/** What a documentId or a slug can look like; anything else names nothing, and is not asked for. */
const NAME = /^[\w.~-]{1,255}$/;

const canBeName = (asked: string): boolean => NAME.test(asked);

/** A slug may stand for several documents, one in each locale; a documentId for one alone. */
const addressedBy = (name: string, addresses: Address[], chain: string[]): string | undefined =>
  addresses.find(({ documentId }) => documentId === name)?.documentId ??
  inBestLocale(
    addresses.filter(({ slug }) => slug === name),
    chain,
  )?.documentId;

const documentsAt = (addresses: Address[], names: string[], chain: string[]) => {
  const found = new Map<string, string>();
  for (const name of names) {
    const documentId = addressedBy(name, addresses, chain);
    if (documentId) found.set(name, documentId);
  }
  return found;
};

/**
 * The documents that these ids or slugs name, keyed by what was asked for: a documentId first, then
 * a slug in the locales of the chain, then in any, then a slug of former times. What is not
 * published now and never was is left out.
 */
export const resolveDocuments = async (
  store: Pick<PublicationStore, 'addressed' | 'pastAddresses'>,
  type: PublishedType,
  asked: readonly string[],
  chain: string[],
): Promise<Map<string, string>> => {
  const names = [...new Set(asked)].filter(canBeName);
  if (names.length === 0) return new Map();
  const found = documentsAt(await store.addressed(type, names), names, chain);
  const missing = names.filter((name) => !found.has(name));
  const past = await store.pastAddresses(type, missing);
  return new Map([...found, ...documentsAt(past, missing, chain)]);
};

export const resolveDocument = async (
  store: Pick<PublicationStore, 'addressed' | 'pastAddresses'>,
  type: PublishedType,
  asked: string,
  chain: string[],
): Promise<string | undefined> => (await resolveDocuments(store, type, [asked], chain)).get(asked);
