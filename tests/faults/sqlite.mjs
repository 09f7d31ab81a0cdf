// @ts-check
/** better-sqlite3, which ships no types of its own. */
import { createRequire } from 'node:module';

/**
 * @typedef {object} Statement
 * @property {(...values: unknown[]) => Record<string, unknown>[]} all
 * @property {(...values: unknown[]) => Iterable<Record<string, unknown>>} iterate
 * @property {(...values: unknown[]) => void} run
 *
 * @typedef {object} Sqlite
 * @property {(sql: string) => void} exec
 * @property {(sql: string) => Statement} prepare
 * @property {() => void} close
 */

const BUSY_MS = 30_000;

/** @type {unknown} */
const required = createRequire(import.meta.url)('better-sqlite3');
const Database = /** @type {new (file: string, options: object) => Sqlite} */ (required);

/** @param {string} file that is there already */
export const openSqlite = (file) => new Database(file, { fileMustExist: true, timeout: BUSY_MS });
