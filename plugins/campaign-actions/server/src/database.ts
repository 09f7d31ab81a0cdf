import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { run, withConnection } from './statement';

/** A connection or an open transaction: what every store is written against. */
export type Connection = Knex | Knex.Transaction;

/** What Strapi hands to the work of a transaction; it leaves it without types. */
export interface OpenTransaction {
  trx: Knex.Transaction;
  onCommit: (callback: () => void) => void;
}

export const isSqlite = (connection: Connection): boolean =>
  (connection.client as { dialect: string }).dialect === 'sqlite3';

/** The database's own clock, so that nodes with clocks apart agree on leases and expiries. */
export const databaseNow = (connection: Connection): Knex.Raw =>
  // knex keeps a Date on SQLite as epoch milliseconds.
  isSqlite(connection)
    ? connection.raw(`(cast(unixepoch('subsec') * 1000 as integer))`)
    : connection.raw('now()');

/** `databaseNow` moved by some seconds; negative: into the past. */
export const databaseNowPlus = (connection: Connection, seconds: number): Knex.Raw =>
  isSqlite(connection)
    ? connection.raw(`cast(unixepoch('subsec') * 1000 as integer) + ?`, [
        Math.round(seconds * 1000),
      ])
    : connection.raw(`now() + make_interval(secs => ?)`, [seconds]);

/** What time it is by the database's own clock. */
export const readDatabaseNow = async (connection: Connection): Promise<Date> => {
  const now = isSqlite(connection) ? `cast(unixepoch('subsec') * 1000 as integer)` : 'now()';
  const [row] = await run<{ now: Date | number }>(connection, `select ${now} as now`, []);
  return new Date(row?.now ?? Number.NaN);
};

/** Whole hours since 1970 by the database's own clock, as SQL. */
export const databaseHour = (connection: Connection): string =>
  isSqlite(connection)
    ? `unixepoch() / 3600`
    : `cast(floor(extract(epoch from now()) / 3600) as integer)`;

/**
 * Whose fault an error is: that of a row (constraints, values out of range), of another transaction
 * that came in between (deadlock, serialization), or of the database itself.
 */
export type Fault = 'row' | 'conflict' | 'database';

/** Another transaction came in between: done again from its start, this one will find what it needs. */
export class CameBetween extends Error {
  override readonly name = 'CameBetween';
}

/** Made from what is not in force any more: whoever made it has to make it again. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
}

const ROW = /^(SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)|2[23])/;
const CONFLICT = /^40/;

export const faultOf = (error: unknown): Fault => {
  if (error instanceof CameBetween) return 'conflict';
  if (error instanceof TypeError || error instanceof RangeError || error instanceof Outdated)
    return 'row';
  const code = String((error as { code?: unknown } | null)?.code);
  if (ROW.test(code)) return 'row';
  return CONFLICT.test(code) ? 'conflict' : 'database';
};

const FULL = 2;

/** Whether a commit is on disk when it is answered for. On PostgreSQL, `durably` sees to it. */
export const isDurable = async (connection: Connection): Promise<boolean> => {
  if (!isSqlite(connection)) return true;
  const [pragma] = await run<{ synchronous: number }>(connection, 'pragma synchronous', []);
  return (pragma?.synchronous ?? 0) >= FULL;
};

/**
 * Makes sure that a commit is on disk when it is answered for: a host that switches SQLite to WAL
 * drops to `synchronous=NORMAL`, where a power cut can undo it.
 *
 * @throws Error with a sentence for the operator
 */
export const requireDurability = async (connection: Connection): Promise<void> => {
  if (isSqlite(connection)) {
    if (!(await isDurable(connection))) await connection.raw('pragma synchronous = full');
    // What is deleted is overwritten, not merely unlinked.
    await connection.raw('pragma secure_delete = on');
    return;
  }
  const { dialect } = connection.client as { dialect: string };
  if (dialect !== 'postgresql') {
    throw new Error(
      `Campaign actions keeps signatures in SQLite or PostgreSQL, not in ${dialect}.`,
    );
  }
};

/** A server that lost this node in the middle of a transaction keeps its locks no longer than this. */
const START_ON_POSTGRES = `set local synchronous_commit = on; set local statement_timeout = '15s';
  set local idle_in_transaction_session_timeout = '20s'`;

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
  await run(trx, 'update campaign_actions_ledger set revision = revision where 1 = 0', []);
};

/** How long another process may hold SQLite's write lock before we give up. */
const LONGEST_BUSY_MS = 10_000;
const BUSY_PAUSE_MS = 20;
/** What `config/database.ts` sets, for everything else that writes. */
const PATIENCE = 'pragma busy_timeout = 5000';

/** Takes the write lock or fails at once: SQLite's own waiting would stop the whole process. */
const takeWriteLock = async (trx: Knex.Transaction): Promise<void> => {
  await run(trx, 'pragma busy_timeout = 0', []);
  try {
    await lockForWriting(trx);
  } finally {
    await run(trx, PATIENCE, []);
  }
};

/**
 * After an erasure: what SQLite wrote ahead holds pages as they were before, so it is brought into the
 * database and cut off. It is left for the next time while somebody else reads. PostgreSQL keeps dead
 * rows until its vacuum.
 */
export const forgetOldPages = async (knex: Knex): Promise<void> => {
  if (!isSqlite(knex)) return;
  await withConnection(knex, async (driver) => {
    const pragma = (text: string) => knex.raw(`pragma ${text}`).connection(driver);
    // SQLite's own waiting would stop the whole process.
    await pragma('busy_timeout = 0');
    try {
      await pragma('wal_checkpoint(truncate)');
    } finally {
      await knex.raw(PATIENCE).connection(driver);
    }
  });
};

const isBusy = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'SQLITE_BUSY';

/**
 * One transaction that may be answered for: on SQLite it takes the write lock with its first
 * statement, on PostgreSQL its commit waits for the disk whatever the server's default is.
 *
 * @param work is repeated while another process writes into the same SQLite
 */
export const durably = async <T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> => {
  const end = performance.now() + LONGEST_BUSY_MS;
  const start = isSqlite(knex)
    ? takeWriteLock
    : (trx: Knex.Transaction) => run(trx, START_ON_POSTGRES, []);
  const once = (connection: object): Promise<T> =>
    knex.transaction(
      async (trx) => {
        await start(trx);
        return work(trx);
      },
      { connection },
    );
  for (;;) {
    try {
      return await withConnection(knex, once);
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await sleep(BUSY_PAUSE_MS);
  }
};

/** Does work within a transaction and takes it back, as if it had never been. */
export const inVain = async (trx: Knex.Transaction, work: () => Promise<void>): Promise<void> => {
  await run(trx, 'savepoint in_vain', []);
  // Should it throw, the whole transaction goes back.
  await work();
  await run(trx, 'rollback to savepoint in_vain', []);
};

/** The rows of a raw statement: better-sqlite3 hands over a list, pg an object around it. */
export const rowsOf = <Row>(result: unknown): Row[] => {
  const rows = Array.isArray(result) ? result : (result as { rows?: unknown }).rows;
  return Array.isArray(rows) ? (rows as Row[]) : [];
};
