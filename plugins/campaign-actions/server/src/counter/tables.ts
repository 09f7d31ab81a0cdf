import type { Knex } from 'knex';

export const LEDGER = 'campaign_actions_ledger';
export const HISTORY = 'campaign_actions_history';
export const TALLIES = 'campaign_actions_tallies';
export const OFFSETS = 'campaign_actions_offsets';

/** All numbers are 32-bit integers: pg hands wider ones over as strings. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (!(await knex.schema.hasTable(LEDGER))) {
    await knex.schema.createTable(LEDGER, (table) => {
      table.string('action', 64).primary();
      table.integer('signatures').notNullable().defaultTo(0);
      /** What is published of them: all, or where it is stepped what they were at its last move. */
      table.integer('shown').notNullable().defaultTo(0);
      table.boolean('stepped').notNullable().defaultTo(false);
      /** Before then a stepped number stays where it is. */
      table.timestamp('moves_at', { useTz: true });
      table.integer('offset').notNullable().defaultTo(0);
      table.integer('revision').notNullable().defaultTo(0);
    });
  }
  if (!(await knex.schema.hasTable(HISTORY))) {
    await knex.schema.createTable(HISTORY, (table) => {
      table.string('action', 64).notNullable();
      /** Whole hours since 1970, UTC. */
      table.integer('hour').notNullable();
      /** By how many it grew in that hour; below zero where more were taken back. */
      table.integer('signatures').notNullable();
      table.primary(['action', 'hour']);
    });
  }
  if (!(await knex.schema.hasTable(TALLIES))) {
    await knex.schema.createTable(TALLIES, (table) => {
      table.string('action', 64).notNullable();
      table.string('day', 10).notNullable();
      table.string('kind', 16).notNullable();
      table.string('name', 64).notNullable();
      table.integer('taken').notNullable().defaultTo(0);
      table.integer('confirmed').notNullable().defaultTo(0);
      table.primary(['action', 'day', 'kind', 'name']);
    });
  }
  if (!(await knex.schema.hasTable(OFFSETS))) {
    await knex.schema.createTable(OFFSETS, (table) => {
      table.increments('id');
      table.string('action', 64).notNullable().index();
      table.timestamp('at', { useTz: true }).notNullable();
      table.string('who', 255).notNullable();
      table.integer('old').notNullable();
      table.integer('new').notNullable();
      table.text('reason').notNullable();
    });
  }
};
