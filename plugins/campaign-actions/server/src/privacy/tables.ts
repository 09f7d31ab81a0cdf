import type { Knex } from 'knex';

export const KEYS = 'campaign_actions_keys';

/** One data key per action and version, wrapped under an operator key that is never in the database. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(KEYS)) return;
  await knex.schema.createTable(KEYS, (table) => {
    table.string('action', 64).notNullable();
    table.integer('version').notNullable();
    table.string('key_id', 16).notNullable();
    /** The operator key of the action's email indexes: the same in each of its versions. */
    table.string('index_key', 16).notNullable();
    table.binary('wrapped');
    table.string('created_on', 10).notNullable();
    table.string('destroyed_on', 10);
    table.primary(['action', 'version']);
  });
};
