import type { Knex } from 'knex';

export const ERASURES = 'campaign_actions_erasures';

/**
 * What was taken back, erased or shredded: ids alone, of rows or of actions (`Erasure`), which name
 * nobody once their rows are gone.
 */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(ERASURES)) return;
  await knex.schema.createTable(ERASURES, (table) => {
    table.increments('seq');
    table.binary('row_id', 16).notNullable();
    table.string('deed', 12).notNullable();
    table.string('day', 10).notNullable();
  });
};
