import type { Knex } from 'knex';

export const PAST_SLUGS = 'campaign_actions_past_slugs';
export const REVISIONS = 'campaign_actions_revisions';

export const createTables = async (knex: Knex): Promise<void> => {
  if (!(await knex.schema.hasTable(PAST_SLUGS))) {
    /** Slugs under which a document was published once; links to them are out in the world. */
    await knex.schema.createTable(PAST_SLUGS, (table) => {
      table.string('type', 16).notNullable();
      table.string('slug', 255).notNullable();
      table.string('locale', 35).notNullable();
      table.string('document_id', 64).notNullable();
      /** The last day it was given up, `YYYY-MM-DD`. */
      table.string('day', 10).notNullable();
      table.primary(['type', 'slug', 'locale']);
    });
  }
  if (!(await knex.schema.hasTable(REVISIONS))) {
    /** How often each document, and each other thing that pages are made of, was changed. */
    await knex.schema.createTable(REVISIONS, (table) => {
      table.string('what', 64).primary();
      table.integer('revision').notNullable();
    });
  }
};
