import type { Knex } from 'knex';
import type { LaterColumn } from '../add-column';

export const SUBMISSIONS = 'campaign_actions_submissions';
export const REGISTER = 'campaign_actions_register';
export const SUPPRESSIONS = 'campaign_actions_suppressions';

/**
 * Supporters' tables. They are own tables and unknown to Strapi: no route, populate, webhook, export
 * or import of Strapi's can name them. No column keeps a time, only the day.
 */
export const createTables = async (knex: Knex): Promise<void> => {
  if (!(await knex.schema.hasTable(SUBMISSIONS))) {
    await knex.schema.createTable(SUBMISSIONS, (table) => {
      table.binary('id', 16).primary();
      table.string('state', 12).notNullable();
      sharedColumns(table);
      table.binary('suppression', 32);
      /** The operator key that made it. */
      table.string('suppression_key', 16);
      suppressionTable(table);
      table.string('expires_on', 10).notNullable();
    });
  }
  await knex.raw(
    `create index if not exists campaign_actions_waiting on ?? (action) where state = 'waiting'`,
    [SUBMISSIONS],
  );
  await knex.raw(
    `create index if not exists campaign_actions_held on ?? (action, id) where state = 'held'`,
    [SUBMISSIONS],
  );
  if (!(await knex.schema.hasTable(REGISTER))) {
    await knex.schema.createTable(REGISTER, (table) => {
      table.binary('id', 16).primary();
      table.string('state', 12).notNullable();
      sharedColumns(table);
      table.binary('email_index', 32);
      table.binary('email_index_next', 32);
      table.string('index_key', 16);
      table.integer('index_table');
      table.string('public_signature', 64);
      // An address stands in an action's register at most once: the database itself says so.
      table.unique(['action', 'email_index'], { indexName: 'campaign_actions_register_once' });
    });
  }
  // While an action's index is moved, it stands there at most once by either. Else this is empty.
  await knex.raw(
    `create unique index if not exists campaign_actions_register_once_next
      on ?? (action, email_index_next) where email_index_next is not null`,
    [REGISTER],
  );
  await knex.raw(
    `create index if not exists campaign_actions_shown on ?? (action, public_signature) where public_signature is not null`,
    [REGISTER],
  );
  if (!(await knex.schema.hasTable(SUPPRESSIONS))) {
    await knex.schema.createTable(SUPPRESSIONS, (table) => {
      table.string('action', 64).notNullable();
      table.binary('suppression', 32).notNullable();
      table.string('key_id', 16).notNullable();
      suppressionTable(table);
      table.string('day', 10).notNullable();
      table.primary(['action', 'suppression']);
    });
  }
};

/** What it was hashed with beside the key; null in what is from before it was noted. */
const suppressionTable = (table: Knex.TableBuilder): void =>
  void table.integer('suppression_table');

export const laterColumns: LaterColumn[] = [SUBMISSIONS, SUPPRESSIONS].map((table) => ({
  table,
  column: 'suppression_table',
  add: suppressionTable,
}));

const sharedColumns = (table: Knex.CreateTableBuilder): void => {
  table.string('action', 64).notNullable();
  table.string('channel', 12).notNullable();
  /**
   * Whether confirmation was asked when it was sent, or when an editor let it in: `required` or
   * `none`.
   */
  table.string('rule', 12).notNullable();
  table.string('locale', 35).notNullable();
  table.string('country', 2);
  table.string('day', 10).notNullable();
  /** JSON: which consent texts were shown and given, see `ConsentRecord`. */
  table.text('consents').notNullable();
  table.binary('sealed');
  /** Why what is sealed does not open any more, once somebody tried. */
  table.string('unreadable', 24);
  table.binary('network', 8);
  table.string('held_because', 32);
};
