import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** A connection or an open transaction: what every store is written against. */
export type Connection = Knex | Knex.Transaction;

export const isSqlite = (connection: Connection): boolean =>
  (connection.client as { dialect: string }).dialect === 'sqlite3';

/** The database's own clock, so that nodes with clocks apart agree on leases and expiries. */
export const databaseNow = (connection: Connection): Knex.Raw =>
  // knex keeps a Date on SQLite as epoch milliseconds.
  isSqlite(connection)
    ? connection.raw(`cast(unixepoch('subsec') * 1000 as integer)`)
    : connection.raw('now()');

/** `databaseNow` moved by some seconds; negative: into the past. */
export const databaseNowPlus = (connection: Connection, seconds: number): Knex.Raw =>
  isSqlite(connection)
    ? connection.raw(`cast(unixepoch('subsec') * 1000 as integer) + ?`, [
        Math.round(seconds * 1000),
      ])
    : connection.raw(`now() + make_interval(secs => ?)`, [seconds]);

/** Errors that one row can cause: constraints, values out of range, deadlocks. */
const ROW_ERROR = /^(SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)|2[23]|40)/;

export const isAboutRows = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  ROW_ERROR.test(String((error as { code?: unknown } | null)?.code));

const FULL = 2;

/**
 * Makes sure that a commit is on disk when it is answered for: a host that switches SQLite to WAL
 * drops to `synchronous=NORMAL`, where a power cut can undo it.
 *
 * @throws Error with a sentence for the operator
 */
export const requireDurability = async (connection: Connection): Promise<void> => {
  if (isSqlite(connection)) {
    const [before] = rowsOf<{ synchronous: number }>(await connection.raw('pragma synchronous'));
    if ((before?.synchronous ?? 0) < FULL) await connection.raw('pragma synchronous = full');
    return;
  }
  const { dialect } = connection.client as { dialect: string };
  if (dialect !== 'postgresql') {
    throw new Error(
      `Campaign actions keeps signatures in SQLite or PostgreSQL, not in ${dialect}.`,
    );
  }
};

/** A connection of the pool; what knex finds marked is thrown away, and another one made. */
interface Pooled {
  __knex__disposed?: unknown;
}

/**
 * Strapi prepares each new connection with a statement and forgets that it can fail: a PostgreSQL
 * that goes away at that moment would end the whole process by an unhandled rejection.
 */
export const surviveLostConnections = ({ db }: Core.Strapi): void => {
  const { dialect } = db;
  const initialize = dialect.initialize.bind(dialect);
  dialect.initialize = (connection) =>
    initialize(connection).catch((error: unknown) => {
      (connection as Pooled).__knex__disposed = error;
    });
};

/**
 * SQLite's write lock, to be the first statement of a transaction: a read first would fail with
 * SQLITE_BUSY_SNAPSHOT when another process writes in between.
 */
export const lockForWriting = async (trx: Connection): Promise<void> => {
  await trx.raw('update campaign_actions_ledger set revision = revision where 1 = 0');
};

/**
 * One transaction that may be answered for: on SQLite it takes the write lock with its first
 * statement, on PostgreSQL its commit waits for the disk whatever the server's default is.
 */
export const durably = <T>(knex: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
  knex.transaction(async (trx) => {
    if (isSqlite(trx)) await lockForWriting(trx);
    else await trx.raw(`set local synchronous_commit = on; set local statement_timeout = '15s'`);
    return work(trx);
  });

type Value = string | number | boolean | Buffer | Date | Knex.Raw | null;

/**
 * One insert for many rows, as few round trips as possible. knex's own multi-row insert becomes a
 * compound SELECT on SQLite, which is slower and ends at 500 rows.
 */
export const insertMany = async <Row extends object>(
  trx: Knex.Transaction,
  table: string,
  rows: Row[],
  suffix = '',
): Promise<{ id: Buffer }[]> => {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first) as (keyof Row & string)[];
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const sql = `insert into ?? (${columns.map(() => '??').join(', ')}) values ${rows.map(() => tuple).join(', ')} ${suffix}`;
  const values = rows.flatMap((row) => columns.map((column) => row[column] as Value));
  return rowsOf(await trx.raw(sql, [table, ...columns, ...values]));
};

/** The rows of a raw statement: better-sqlite3 hands over a list, pg an object around it. */
export const rowsOf = <Row>(result: unknown): Row[] => {
  const rows = Array.isArray(result) ? result : (result as { rows?: unknown }).rows;
  return Array.isArray(rows) ? (rows as Row[]) : [];
};
