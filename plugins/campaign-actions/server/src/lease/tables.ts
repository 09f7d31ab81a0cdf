import type { Knex } from 'knex';

export const LEASES = 'campaign_actions_leases';

/** Which node does a job that only one may do. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(LEASES)) return;
  await knex.schema.createTable(LEASES, (table) => {
    table.string('name', 32).primary();
    /** Random, of one process. */
    table.string('holder', 32).notNullable();
    /** By the database's clock, so that nodes with clocks apart agree. */
    table.timestamp('until', { useTz: true }).notNullable();
  });
};
