import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
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
  // Ahead of i18n, so that what it carries over to other locales is in the same transaction.
  register: ({ strapi }) => followDocuments(strapi),
  async bootstrap({ strapi }) {
    rememberSlugs(strapi);
    followFilesAndLocales(strapi);
    await grantReads(strapi);
  },
};
