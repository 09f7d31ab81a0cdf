import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { isSqlite } from './database';

/** A column that databases of before lack. */
export interface LaterColumn {
  table: string;
  column: string;
  add: (table: Knex.AlterTableBuilder) => void;
}

/** Any number, the same on every node: PostgreSQL's name for "one node creates tables at a time". */
const TABLES_LOCK = 7_281_530;

/** Until the transaction ends. */
export const lockTables = async (trx: Knex.Transaction): Promise<void> => {
  if (!isSqlite(trx)) await trx.raw('select pg_advisory_xact_lock(?)', [TABLES_LOCK]);
};

const MOST_TRIES = 10;
const PAUSE_MS = 500;
const LOCK_NOT_AVAILABLE = '55P03';

const isMissing = async (knex: Knex, { table, column }: LaterColumn): Promise<boolean> =>
  // A builder of its own for each: knex would ask both questions the second time.
  (await knex.schema.hasTable(table)) && !(await knex.schema.hasColumn(table, column));

/**
 * Adds the column to a table that is there without it, while other nodes take signatures: PostgreSQL
 * has all of them wait behind the one that waits for a table, so it waits with no other table in its
 * hands, for two seconds at most, and lets them go on before it tries again.
 */
export const addColumn = async (knex: Knex, later: LaterColumn): Promise<void> => {
  if (!(await isMissing(knex, later))) return;
  for (let tries = 1; ; tries += 1) {
    try {
      await knex.transaction(async (trx) => {
        await lockTables(trx);
        if (!isSqlite(trx)) await trx.raw(`set local lock_timeout = '2s'`);
        if (await isMissing(trx, later)) await trx.schema.alterTable(later.table, later.add);
      });
      return;
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code !== LOCK_NOT_AVAILABLE || tries === MOST_TRIES) throw error;
    }
    await sleep(PAUSE_MS);
  }
};
