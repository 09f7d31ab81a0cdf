import type { Knex } from 'knex';

export const USED_CHALLENGES = 'campaign_actions_used_challenges';

/** A challenge pays for one signature: the database itself says so, over all nodes. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(USED_CHALLENGES)) return;
  await knex.schema.createTable(USED_CHALLENGES, (table) => {
    table.binary('nonce', 16).primary();
    /** Of the body that was paid for. */
    table.binary('fingerprint', 32).notNullable();
    /** Kept no longer than the challenge could be valid. */
    table.string('day', 10).notNullable().index();
  });
};
