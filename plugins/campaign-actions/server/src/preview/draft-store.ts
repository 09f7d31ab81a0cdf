import type { Core } from '@strapi/strapi';
import type { PublishedRow } from '../action/copy-policy';
import { DECIDING } from '../action/document';
import type { Naming } from '../campaign/document';
import { ACTION, CAMPAIGN } from '../plugin';
import type { Address, PublicationStore, PublishedType } from '../publication/store';

/** A draft as the database has it. */
interface Saved {
  updatedAt: string;
}

export interface DraftStore extends Pick<PublicationStore, 'rows' | 'whole'> {
  /** The rows of an action that decide about signing, one per locale. */
  deciding(action: string): Promise<PublishedRow[]>;
  /** A campaign's drafts in every locale, as far as they name actions. */
  naming(campaign: string): Promise<Naming[]>;
  /** Every name, present or to be, that these documents are looked up by. */
  addresses(type: PublishedType, documentIds: readonly string[]): Promise<Address[]>;
}

/** What is not published yet has no such time: when it was saved stands for it. */
const asIfPublished = <Row extends object>({ updatedAt, ...row }: Row & Saved) => ({
  ...row,
  publishedAt: updatedAt,
});

/** Reads drafts just as published rows are read, so that the same code makes the same page of them. */
export const createDraftStore = (strapi: Core.Strapi): DraftStore => ({
  async rows<Row extends Address>(
    type: PublishedType,
    documentIds: readonly string[],
    fields: readonly (keyof Row & string)[],
  ) {
    if (documentIds.length === 0) return [];
    const rows: unknown = await strapi.db.query(type).findMany({
      select: [...fields, 'updatedAt'],
      where: { documentId: { $in: documentIds }, publishedAt: null },
      orderBy: { updatedAt: 'desc' },
    });
    return (rows as (Row & Saved)[]).map(asIfPublished) as unknown as Row[];
  },
  async whole<Document extends Address>(
    type: PublishedType,
    { documentId, locale }: Address,
    populate: object,
  ) {
    const where = { documentId, locale, publishedAt: null };
    const found: unknown = await strapi.db.query(type).findOne({ where, populate });
    const row = found as (Document & Saved) | null;
    return row && (asIfPublished(row) as unknown as Document);
  },
  async deciding(action) {
    const rows: unknown = await strapi.db.query(ACTION).findMany({
      where: { documentId: action, publishedAt: null },
      populate: DECIDING,
    });
    return (rows as (PublishedRow & Saved)[]).map(asIfPublished);
  },
  async naming(campaign) {
    const rows: unknown = await strapi.db.query(CAMPAIGN).findMany({
      where: { documentId: campaign, publishedAt: null },
      populate: {
        furtherActions: true,
        sections: { on: { 'campaign-actions.section-call-to-action': true } },
      },
    });
    return rows as Naming[];
  },
  async addresses(type, documentIds) {
    const rows: unknown = await strapi.db.query(type).findMany({
      select: ['documentId', 'locale', 'slug'],
      where: { documentId: { $in: [...documentIds] } },
      orderBy: { publishedAt: 'asc' },
    });
    return rows as Address[];
  },
});
