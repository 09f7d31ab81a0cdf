import { createHash } from 'node:crypto';
import type { App } from './app';

export type Row = Record<string, unknown>;

const KNOWN_TO_STRAPI = 'strapi_database_schema';

export const everyTable = async ({ strapi }: Pick<App, 'strapi'>): Promise<string[]> => {
  const { connection, dialect } = strapi.db;
  return dialect.client === 'postgres'
    ? connection('information_schema.tables').where({ table_schema: 'public' }).pluck('table_name')
    : connection('sqlite_master').where({ type: 'table' }).pluck('name');
};

const tablesThatStrapiKnows = async ({ strapi }: Pick<App, 'strapi'>): Promise<Set<string>> => {
  const row: unknown = await strapi.db.connection(KNOWN_TO_STRAPI).orderBy('id', 'desc').first();
  const { schema } = row as { schema: string | { tables: { name: string }[] } };
  const { tables } = (typeof schema === 'string' ? JSON.parse(schema) : schema) as {
    tables: { name: string }[];
  };
  return new Set(tables.map(({ name }) => name));
};

/** The plugin's tables that Strapi has never heard of. */
export const ownTables = async (app: Pick<App, 'strapi'>): Promise<string[]> => {
  const known = await tablesThatStrapiKnows(app);
  return (await everyTable(app))
    .filter((name) => name.startsWith('campaign_actions_') && !known.has(name))
    .sort();
};

/** Who does a job just now: it moves by itself, whatever a story does. */
const LEASES = 'campaign_actions_leases';

/** Every row of these tables; all of the plugin's own but the leases when none are named. */
export const rowsOfTables = async (
  app: Pick<App, 'strapi'>,
  names?: string[],
): Promise<Record<string, Row[]>> => {
  const rows: Record<string, Row[]> = {};
  const own = async () => (await ownTables(app)).filter((name) => name !== LEASES);
  for (const name of names ?? (await own()))
    rows[name] = (await app.strapi.db.connection(name).select()) as Row[];
  return rows;
};

/** One mark per own table, which changes if a row is changed, lost, added or moved. */
export const marksOfTables = async (app: Pick<App, 'strapi'>): Promise<Record<string, string>> => {
  const marks: Record<string, string> = {};
  for (const [name, rows] of Object.entries(await rowsOfTables(app))) {
    const sorted = rows.map((row) => JSON.stringify(row)).sort();
    const hash = createHash('sha256').update(sorted.join('\n')).digest('hex');
    marks[name] = `${rows.length} rows, ${hash}`;
  }
  return marks;
};
