import type { Knex } from 'knex';
import { databaseNow } from '../database';

export const OUTBOX = 'campaign_actions_outbox';
export const REMINDERS = 'campaign_actions_reminders';
export const BOUNCES = 'campaign_actions_bounces';

export const createTables = async (knex: Knex): Promise<void> => {
  // What must happen after a signature. A row is deleted once it has happened.
  if (!(await knex.schema.hasTable(OUTBOX))) {
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
      /** Whether it has its place among the mails that its mailbox may get in a day. */
      table.boolean('admitted').notNullable().defaultTo(false);
      table.timestamp('due_at', { useTz: true }).notNullable().defaultTo(databaseNow(knex));
      table.timestamp('leased_until', { useTz: true });
      table.index(['kind', 'due_at'], 'campaign_actions_outbox_due');
    });
  }
  // Submissions to be reminded of in some days, apart from what is to happen now: whoever looks for
  // that shall not have to pass them by every second.
  if (!(await knex.schema.hasTable(REMINDERS))) {
    await knex.schema.createTable(REMINDERS, (table) => {
      table.increments('seq');
      table.string('action', 64).notNullable();
      table.binary('row_id', 16).notNullable();
      table.timestamp('due_at', { useTz: true }).notNullable();
      table.index(['due_at'], 'campaign_actions_reminders_due');
    });
  }
  // Submissions and signatures whose mailbox took no mail: the id alone, never the address.
  if (!(await knex.schema.hasTable(BOUNCES))) {
    await knex.schema.createTable(BOUNCES, (table) => {
      table.binary('row_id', 16).primary();
      table.string('action', 64).notNullable();
      table.string('day', 10).notNullable();
      table.index(['action'], 'campaign_actions_bounces_of');
    });
  }
};
