import type { Knex } from 'knex';
import { isSqlite } from '../database';

export const AUDIT = 'campaign_actions_audit';

/** A line that could be changed would prove nothing: the database itself refuses. */
const APPEND_ONLY = {
  sqlite: ['update', 'delete'].map(
    (change) => `create trigger if not exists campaign_actions_audit_no_${change}
      before ${change} on ${AUDIT} begin select raise(abort, 'The audit is append-only.'); end`,
  ),
  postgres: [
    `create or replace function campaign_actions_audit_stays() returns trigger as
      $$ begin raise exception 'The audit is append-only.'; end $$ language plpgsql`,
    `create or replace trigger campaign_actions_audit_stays before update or delete on ${AUDIT}
      for each row execute function campaign_actions_audit_stays()`,
    // To empty a table touches no row of it.
    `create or replace trigger campaign_actions_audit_stays_whole before truncate on ${AUDIT}
      for each statement execute function campaign_actions_audit_stays()`,
  ],
};

/** Who changed what, and why. Never personal data of a supporter. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (!(await knex.schema.hasTable(AUDIT))) {
    await knex.schema.createTable(AUDIT, (table) => {
      table.increments('id');
      table.timestamp('at', { useTz: true }).notNullable();
      table.string('who', 255).notNullable();
      table.string('deed', 48).notNullable();
      table.string('action', 64);
      table.text('details').notNullable();
    });
  }
  for (const statement of APPEND_ONLY[isSqlite(knex) ? 'sqlite' : 'postgres'])
    await knex.raw(statement);
};
