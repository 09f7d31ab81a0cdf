import type { Slice } from '../assemble';
import { closeGraphql } from './close-graphql';
import { grantReads } from './grant-reads';
import { rememberSlugs } from './remember-slugs';
import { createTables } from './tables';

/** What is published: found by id or slug, in the best locale, by everybody. */
export const publicationSlice: Slice = {
  createTables,
  register: ({ strapi }) => closeGraphql(strapi),
  async bootstrap({ strapi }) {
    rememberSlugs(strapi);
    await grantReads(strapi);
  },
};
