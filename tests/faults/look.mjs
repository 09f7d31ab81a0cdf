// @ts-check
/** Reads a database from outside the server: everything as of one moment. */
import pg from 'pg';
import { openSqlite } from './sqlite.mjs';

/** @typedef {(sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>} Query `?` stands for a value */

/**
 * @template T
 * @param {string} file
 * @param {(query: Query) => Promise<T>} read
 */
export const lookIntoSqlite = async (file, read) => {
  const database = openSqlite(file);
  try {
    database.exec('begin');
    return await read((sql, values = []) => Promise.resolve(database.prepare(sql).all(...values)));
  } finally {
    database.close();
  }
};

/**
 * @template T
 * @param {string} url
 * @param {(query: Query) => Promise<T>} read
 */
export const lookIntoPostgres = async (url, read) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await read(async (sql, values = []) => {
      let at = 0;
      const numbered = sql.replace(/\?/g, () => `$${(at += 1)}`);
      /** @type {{ rows: Record<string, unknown>[] }} */
      const { rows } = await client.query(numbered, values);
      return rows;
    });
  } finally {
    await client.end();
  }
};
