import type { Knex } from 'knex';
import { databaseNow } from '../database';

export const OUTBOX = 'campaign_actions_outbox';

/** What must happen after a signature. A row is deleted once it has happened. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(OUTBOX)) return;
  await knex.schema.createTable(OUTBOX, (table) => {
    /** In the order of coming, and the only key: an index of random ids costs as much as the row. */
    table.increments('seq');
    table.binary('id', 16).notNullable();
    table.string('kind', 24).notNullable();
    table.string('action', 64).notNullable();
    /** Submission or register row that this is about. */
    table.binary('row_id', 16).notNullable();
    /** What the worker needs and the row does not hold any more, sealed under the outbox row's id. */
    table.binary('sealed');
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('due_at', { useTz: true }).notNullable().defaultTo(databaseNow(knex));
    table.timestamp('leased_until', { useTz: true });
    table.index(['kind', 'due_at'], 'campaign_actions_outbox_due');
  });
};
