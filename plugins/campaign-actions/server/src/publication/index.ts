import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { closeGraphql } from './close-graphql';
import { type Content, createContent } from './content';
import { followDocuments, followFilesAndLocales } from './follow-changes';
import { grantReads } from './grant-reads';
import { rememberSlugs } from './remember-slugs';
import { createTables } from './tables';

const content = ({ strapi }: { strapi: Core.Strapi }): Content => createContent(strapi);

/** What is published: found by id or slug, in the best locale, by everybody. */
export const publicationSlice: Slice = {
  createTables,
  services: { content },
  register({ strapi }) {
    closeGraphql(strapi);
    // Ahead of i18n, so that what it carries over to other locales is in the same transaction.
    followDocuments(strapi);
  },
  async bootstrap({ strapi }) {
    rememberSlugs(strapi);
    followFilesAndLocales(strapi);
    await grantReads(strapi);
  },
};
