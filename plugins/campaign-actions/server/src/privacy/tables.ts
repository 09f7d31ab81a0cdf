import type { Knex } from 'knex';

export const KEYS = 'campaign_actions_keys';
export const KEY_CHECKS = 'campaign_actions_key_checks';

export const createTables = async (knex: Knex): Promise<void> => {
  // One data key per action and version, wrapped under an operator key that is never in the database.
  if (!(await knex.schema.hasTable(KEYS))) {
    await knex.schema.createTable(KEYS, (table) => {
      table.string('action', 64).notNullable();
      table.integer('version').notNullable();
      table.string('key_id', 16).notNullable();
      /** What the action's email indexes are made with: the same in each of its versions. */
      table.string('index_key', 16);
      table.integer('index_table');
      /** While they are moved, what the next ones are made with, and the step that this is at. */
      table.string('next_key', 16);
      table.integer('next_table');
      table.string('index_step', 12);
      table.binary('wrapped');
      table.string('created_on', 10).notNullable();
      table.string('destroyed_on', 10);
      /** Grows whenever what the action's keys are for changes (`EpochStore`). */
      table.integer('epoch').notNullable().defaultTo(0);
      table.primary(['action', 'version']);
    });
  }
  // What only an operator key of that name can make, and what tells nothing about it.
  if (!(await knex.schema.hasTable(KEY_CHECKS))) {
    await knex.schema.createTable(KEY_CHECKS, (table) => {
      table.string('key_id', 16).primary();
      table.binary('value', 32).notNullable();
    });
  }
};
