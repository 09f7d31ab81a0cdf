import type { Knex } from 'knex';

export const POLICIES = 'campaign_actions_policies';
export const FORM_VERSIONS = 'campaign_actions_form_versions';

export const createTables = async (knex: Knex): Promise<void> => {
  if (!(await knex.schema.hasTable(POLICIES))) {
    await knex.schema.createTable(POLICIES, (table) => {
      table.string('action', 64).primary();
      /** Grows with every change; nodes compare it to know what to read again. */
      table.integer('version').notNullable();
      table.string('kind', 12).notNullable();
      table.boolean('sensitive').notNullable();
      table.string('confirmation', 12).notNullable();
      table.string('challenge', 12).notNullable();
      table.timestamp('opens_at', { useTz: true });
      table.timestamp('closes_at', { useTz: true });
      /** When the row that the policy was copied from was published. */
      table.timestamp('published_at', { useTz: true }).notNullable();
      /** When it was unpublished; null while it is published. */
      table.timestamp('unpublished_at', { useTz: true });
      /** When its supporters' data were destroyed, and it closed for good. */
      table.timestamp('shredded_at', { useTz: true });
      table.integer('goal');
      table.boolean('goal_steps_up').notNullable();
      table.integer('display_from').notNullable();
      table.boolean('hide_split').notNullable();
      /** JSON: what is set aside until an editor has looked at it; null: nothing. */
      table.text('holds');
      table.string('reminder', 8).notNullable();
      /** Null: as everywhere. */
      table.integer('retention_months');
      table.boolean('show_supporters').notNullable();
      table.string('default_locale', 35).notNullable();
      /** JSON per published locale: slug, counter label, form version. */
      table.text('locales').notNullable();
    });
  }
  if (!(await knex.schema.hasTable(FORM_VERSIONS))) {
    await knex.schema.createTable(FORM_VERSIONS, (table) => {
      table.string('action', 64).notNullable();
      table.string('version', 64).notNullable();
      table.string('locale', 35).notNullable();
      table.string('created_on', 10).notNullable();
      /** Set by an editor: signatures that name this version are refused from then on. */
      table.string('withdrawn_on', 10);
      table.text('content').notNullable();
      table.primary(['action', 'version']);
    });
  }
};
