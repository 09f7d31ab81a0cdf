import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ACTION, CAMPAIGN } from '../plugin';
import { PAST_SLUGS } from './tables';

/** The types that are published, one row per locale, and looked up by slug. */
export type PublishedType = typeof CAMPAIGN | typeof ACTION;

/** Where a document can be found: under its id, and under a slug in a locale. */
export interface Address {
  documentId: string;
  locale: string;
  slug: string | null;
}

const MOST_ATTEMPTS = 5;

const shortName = (type: PublishedType): string => type.slice(type.indexOf('.') + 1);

/** Reads published rows, and remembers the slugs they had before. */
export const createPublicationStore = (strapi: Core.Strapi) => ({
  /** Published rows of these documents in every locale, the row published last first. */
  async rows<Row extends Address>(
    type: PublishedType,
    documentIds: readonly string[],
    fields: readonly (keyof Row & string)[],
  ): Promise<Row[]> {
    if (documentIds.length === 0) return [];
    const rows: unknown = await strapi.db.query(type).findMany({
      select: [...fields],
      where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } },
      orderBy: { publishedAt: 'desc' },
    });
    return rows as Row[];
  },

  /** The published row of a document in one locale, with its components. */
  async whole<Document extends Address>(
    type: PublishedType,
    { documentId, locale }: Address,
    populate: object,
  ): Promise<Document | null> {
    const where = { documentId, locale, publishedAt: { $notNull: true } };
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const found: unknown = await strapi.db.query(type).findOne({ where, populate });
      const row = found as (Document & { id: number }) | null;
      if (!row) return null;
      // Publishing replaces the row and its components. Row and components are read one after the
      // other, so they belong together only if the row is still there afterwards.
      const still = await strapi.db.query(type).count({ where: { id: row.id } });
      if (still === 1) return row;
    }
    throw new Error(`${documentId} is being published again and again.`);
  },

  /** Every published row, up to so many, the one published last first. */
  async addresses(type: PublishedType, limit: number): Promise<Address[]> {
    const rows: unknown = await strapi.db.query(type).findMany({
      select: ['documentId', 'locale', 'slug'],
      where: { publishedAt: { $notNull: true } },
      orderBy: { publishedAt: 'desc' },
      limit,
    });
    return rows as Address[];
  },

  /** Published rows whose documentId or slug is among these, the row published last first. */
  async addressed(type: PublishedType, names: readonly string[]): Promise<Address[]> {
    const rows: unknown = await strapi.db.query(type).findMany({
      select: ['documentId', 'locale', 'slug'],
      where: {
        $or: [{ documentId: { $in: names } }, { slug: { $in: names } }],
        publishedAt: { $notNull: true },
      },
      orderBy: { publishedAt: 'desc' },
    });
    return rows as Address[];
  },

  /** Documents that were published under these slugs once, or under any; the one seen last first. */
  async pastAddresses(type: PublishedType, slugs?: readonly string[]): Promise<Address[]> {
    if (slugs?.length === 0) return [];
    const past = strapi.db
      .getConnection(PAST_SLUGS)
      .select({ documentId: 'document_id', locale: 'locale', slug: 'slug' })
      .where('type', shortName(type))
      .orderBy('day', 'desc');
    const rows: unknown = await (slugs ? past.whereIn('slug', slugs) : past);
    return rows as Address[];
  },

  /** Remembers addresses that may be about to go; one that another document had goes to this one. */
  async remember(type: PublishedType, addresses: readonly Address[], day: string): Promise<void> {
    const rows = addresses.flatMap(({ slug, locale, documentId }) =>
      slug ? [{ type: shortName(type), slug, locale, document_id: documentId, day }] : [],
    );
    if (rows.length === 0) return;
    const insert = strapi.db
      .getConnection(PAST_SLUGS)
      .insert(rows)
      .onConflict(['type', 'slug', 'locale'])
      .merge(['document_id', 'day']);
    // Publishing may run in a transaction, which holds the one connection that SQLite has.
    await strapi.db.transaction(({ trx }) => insert.transacting(trx as Knex.Transaction));
  },
});

export type PublicationStore = ReturnType<typeof createPublicationStore>;
