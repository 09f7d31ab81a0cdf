import type { Knex } from 'knex';

export const AUDIT = 'campaign_actions_audit';

/** Who changed what, and why. Never personal data of a supporter. */
export const createTables = async (knex: Knex): Promise<void> => {
  if (await knex.schema.hasTable(AUDIT)) return;
  await knex.schema.createTable(AUDIT, (table) => {
    table.increments('id');
    table.timestamp('at', { useTz: true }).notNullable();
    table.string('who', 255).notNullable();
    table.string('deed', 48).notNullable();
    table.string('action', 64);
    table.text('details').notNullable();
  });
};
