import type { Knex } from 'knex';

export const MAIL_COUNTS = 'campaign_actions_mail_counts';

/** How much mail went where. Nobody can tell from a row whose it is, and it goes with its day. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(MAIL_COUNTS)) return;
  await knex.schema.createTable(MAIL_COUNTS, (table) => {
    /** Of an address or a domain: a hash under the day's key. */
    table.binary('bucket', 32).primary();
    table.string('day', 10).notNullable();
    table.integer('taken').notNullable();
  });
};
