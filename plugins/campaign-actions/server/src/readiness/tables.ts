import type { Knex } from 'knex';

export const PROBES = 'campaign_actions_probes';

/** Always empty: what is tried here is taken out again in the same transaction. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(PROBES)) return;
  await knex.schema.createTable(PROBES, (table) => {
    table.binary('filling').notNullable();
  });
};
