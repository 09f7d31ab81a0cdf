import type { Knex } from 'knex';

export const INVALIDATIONS = 'campaign_actions_invalidations';
export const MEANT = 'campaign_actions_meant';

/** Who set which signatures aside, how far that came, and what it takes to undo it. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (!(await knex.schema.hasTable(INVALIDATIONS))) {
    await knex.schema.createTable(INVALIDATIONS, (table) => {
      table.binary('id', 16).primary();
      table.string('action', 64).notNullable().index('campaign_actions_invalidations_of');
      table.string('state', 12).notNullable();
      table.string('who', 255).notNullable();
      table.timestamp('at', { useTz: true }).notNullable();
      table.text('summary').notNullable();
      /** The conditions: words and domains may name somebody. */
      table.binary('sealed');
      table.integer('of').notNullable();
      table.integer('looked').notNullable().defaultTo(0);
      table.integer('count').notNullable().defaultTo(0);
      table.integer('unreadable').notNullable().defaultTo(0);
      table.integer('invalidated').notNullable().defaultTo(0);
      table.integer('restored').notNullable().defaultTo(0);
      table.integer('left').notNullable().defaultTo(0);
      /** JSON: how many are meant of each day. */
      table.text('days').notNullable();
      /** Where the next portion begins: behind this e-mail index, or this id. */
      table.binary('cursor', 32);
    });
  }
  if (await knex.schema.hasTable(MEANT)) return;
  await knex.schema.createTable(MEANT, (table) => {
    table.binary('invalidation', 16).notNullable();
    /** Of the register. */
    table.binary('row_id', 16).notNullable();
    /** Whether this invalidation set it aside, so that undoing it finds it. */
    table.boolean('changed').notNullable().defaultTo(false);
    table.primary(['invalidation', 'row_id']);
  });
};
