import type { Knex } from 'knex';
import type { Connection } from './database';

/**
 * Statements whose text never changes. knex composes every query anew, which for a row at a time
 * costs more than the database takes to run it; here a connection prepares a text once and keeps it.
 * Connections still come from knex's pool, and inside a transaction it is the transaction's own.
 */
export type Value = string | number | Buffer | null;

/** What of better-sqlite3's connection is used here; it runs a statement in the caller's turn. */
interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
}

interface SqliteStatement {
  /** Whether it gives rows. */
  reader: boolean;
  all(values: readonly Value[]): unknown[];
  run(values: readonly Value[]): unknown;
}

/** What of pg's connection is used here. */
interface PostgresConnection {
  query(text: string, values: readonly (Value | Value[])[]): Promise<{ rows: unknown[] }>;
  connection: { stream: { destroy(): void } };
}

type DriverConnection = SqliteConnection | PostgresConnection;

interface Pool {
  acquireConnection(): Promise<DriverConnection>;
  releaseConnection(connection: DriverConnection): Promise<void>;
}

const isSqlite = (driver: DriverConnection): driver is SqliteConnection => 'prepare' in driver;

/** Longer than any statement may take (`durably`). */
const LONGEST_MS = 20_000;

/**
 * Lends a connection of knex's pool, or that of a transaction. A PostgreSQL that hangs answers
 * nothing, not even a rollback, so after a while the connection is cut: whoever waits for it learns
 * of it, and the pool puts a new one into its place.
 */
export const withConnection = async <T>(
  connection: Connection,
  use: (driver: DriverConnection) => T | Promise<T>,
): Promise<T> => {
  const pool = connection.client as Pool;
  if (connection.isTransaction) {
    // Its connection may serve somebody else by now.
    if ((connection as Knex.Transaction).isCompleted()) throw new Error('It is over.');
    return use(await pool.acquireConnection());
  }
  const driver = await pool.acquireConnection();
  const tooLong = isSqlite(driver)
    ? undefined
    : setTimeout(() => driver.connection.stream.destroy(), LONGEST_MS);
  try {
    return await use(driver);
  } finally {
    clearTimeout(tooLong);
    await pool.releaseConnection(driver);
  }
};

const prepared = new WeakMap<object, Map<string, SqliteStatement>>();

const prepare = (driver: SqliteConnection, sql: string): SqliteStatement => {
  const known = prepared.get(driver) ?? new Map<string, SqliteStatement>();
  prepared.set(driver, known);
  const statement = known.get(sql) ?? driver.prepare(sql);
  known.set(sql, statement);
  return statement;
};

const runPrepared = (statement: SqliteStatement, values: readonly Value[]): unknown[] => {
  if (statement.reader) return statement.all(values);
  statement.run(values);
  return [];
};

const numbered = new Map<string, string>();

/** pg's placeholders for `?`. */
const numberedText = (sql: string): string => {
  const known = numbered.get(sql);
  if (known !== undefined) return known;
  let count = 0;
  const text = sql.replace(/\?/g, () => `$${(count += 1)}`);
  numbered.set(sql, text);
  return text;
};

/** Runs one statement, with a `?` for each value; answers the rows it gives. */
export const run = <Row>(
  connection: Connection,
  sql: string,
  values: readonly Value[],
): Promise<Row[]> =>
  withConnection(connection, async (driver) => {
    if (isSqlite(driver)) return runPrepared(prepare(driver, sql), values) as Row[];
    return (await driver.query(numberedText(sql), values)).rows as Row[];
  });

/** One statement for many rows: on SQLite run for each, on PostgreSQL once, with an array per column. */
export interface Batch {
  /** With a `?` for each column. */
  sqlite: string;
  /** With `unnest($1::type[], …)`, so that its text is the same for any number of rows. */
  postgres: string;
}

/** Runs a batch over rows of as many values as it has columns; answers the rows it gives. */
export const runBatch = async <Row>(
  connection: Connection,
  { sqlite, postgres }: Batch,
  rows: readonly Value[][],
): Promise<Row[]> => {
  const [first] = rows;
  if (!first) return [];
  return withConnection(connection, async (driver) => {
    if (isSqlite(driver)) {
      const statement = prepare(driver, sqlite);
      return rows.flatMap((row) => runPrepared(statement, row)) as Row[];
    }
    const columns = first.map((_, at) => rows.map((row) => row[at] ?? null));
    return (await driver.query(postgres, columns)).rows as Row[];
  });
};

/** A table's columns, as far as rows are inserted into it, with their PostgreSQL types. */
export type Columns<Row> = Readonly<Record<keyof Row & string, 'bytea' | 'text' | 'int'>>;

/** Inserts rows of one table, in their order. */
export const insertInto = <Row extends Record<keyof Row, Value>>(
  table: string,
  columns: Columns<Row>,
  suffix = '',
) => {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const into = `insert into ${table} (${names.join(', ')})`;
  const arrays = names.map((name, at) => `$${at + 1}::${columns[name]}[]`);
  const batch: Batch = {
    sqlite: `${into} values (${names.map(() => '?').join(', ')}) ${suffix}`,
    postgres: `${into} select * from unnest(${arrays.join(', ')}) ${suffix}`,
  };
  return (connection: Connection, rows: readonly Row[]): Promise<{ id: Buffer }[]> =>
    runBatch(
      connection,
      batch,
      rows.map((row) => names.map((name) => row[name])),
    );
};
