import type { Knex } from 'knex';

export const EMPTIED = 'campaign_actions_emptied';

/** Actions in which nobody is named any more, so that they need not be looked through every hour. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(EMPTIED)) return;
  await knex.schema.createTable(EMPTIED, (table) => {
    table.string('action', 64).primary();
    /** When that was due, ISO 8601 in UTC: opened and closed again, it is due anew. */
    table.string('due', 24).notNullable();
  });
};
