import type { Core } from '@strapi/strapi';
import { type Soon, after, afterAll } from '../fresh';
import { fingerprint } from '../http/door';
import { Problem } from '../http/problems';
import type { Reply } from '../http/reply';
import { service } from '../plugin';
import { readAddresses } from './addresses';
import { type EncodedPage, encodePage } from './encoded-page';
import { type Kept, createKept } from './kept';
import { type Asked, type PageReader, createReader } from './reader';
import { createShelf } from './shelf';
import type { Address, PublishedType } from './store';

/**
 * The pages of one type, in memory as they are sent. A page is read and encoded once in each of its
 * locales and stays until content is changed; the counters on it are put into their places while it
 * is asked for. So a reader costs no query, however many come, and neither does a made-up name.
 */
export interface PageBoard {
  /** @throws Problem 404 */
  reply(asked: Asked): Soon<Reply>;
}

const MOST_BYTES = 32 * 1024 * 1024;

/** Reads one page, with a `placeOf` for each counter on it; null when it is not published. */
export type ReadPage = (
  reader: PageReader,
  address: Pick<Address, 'documentId' | 'locale'>,
) => Promise<object | null>;

export const createPageBoard = (
  strapi: Core.Strapi,
  type: PublishedType,
  readPage: ReadPage,
): PageBoard => {
  const reader = createReader(strapi);
  const content = service(strapi, 'content');
  const counterBoard = service(strapi, 'counterBoard');
  const pages = createShelf<Kept<EncodedPage | null>>(MOST_BYTES);
  const onFailure = (error: unknown): void => {
    strapi.log.error(`[campaign-actions] An old page is shown: ${fingerprint(error)}`);
  };

  const addresses = createKept(
    async () => readAddresses(reader.published, type, await reader.defaultLocale()),
    onFailure,
  );

  const keptPage = (address: Address): Kept<EncodedPage | null> => {
    const key = `${address.documentId} ${address.locale}`;
    const there = pages.get(key);
    if (there) return there;
    const page = createKept(async () => {
      const read = await readPage(reader, address);
      const encoded = read && encodePage(read, address.locale);
      pages.put(key, page, encoded?.bytes ?? 0);
      return encoded;
    }, onFailure);
    pages.put(key, page, 0);
    return page;
  };

  const pageAt = (revision: string, id: string, locale: string | null) =>
    after(addresses.at(revision), (there) =>
      after(there.find(id, locale), (address) => (address ? keptPage(address).at(revision) : null)),
    );

  const counted = (page: EncodedPage): Soon<Reply> => {
    const found = page.actions.map((action) => counterBoard.find(action, page.locale));
    return afterAll(found, (counters) =>
      page.withCounters(counters.map((counter) => counter?.json ?? 'null')),
    );
  };

  return {
    reply: ({ id, locale, counters }) =>
      after(content.revision(), (revision) =>
        after(pageAt(revision, id, locale), (page) => {
          if (!page) throw new Problem('not-found');
          return counters ? counted(page) : page.withoutCounters();
        }),
      ),
  };
};
