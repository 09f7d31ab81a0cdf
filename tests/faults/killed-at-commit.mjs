// @ts-check
/**
 * Preloaded (`node --import`), it ends its process as a power cut would: `KILLED_AT=before:3` just before the third
 * commit, `after:3` just behind it. Only commits count that changed rows of supporters, or keys.
 */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { KILLED_HERE } from './failure.mjs';

/**
 * @typedef {{ source: string, database: object }} Statement of better-sqlite3
 * @typedef {(this: Statement, ...values: unknown[]) => unknown} Execute
 * @typedef {(error: unknown, result: unknown) => void} Told
 * @typedef {(this: object, config: string | { text: string }, ...rest: unknown[]) => unknown} Ask of pg's client
 */

const [side, step] = (process.env.KILLED_AT ?? '').split(':');

const TABLES = 'register|submissions|suppressions|public_signatures|erasures|keys|key_checks';
const CHANGE = new RegExp(
  `\\b(?:insert into|update|delete from)\\s+(?:"public"\\.)?["\`]?campaign_actions_(?:${TABLES})\\b`,
  'i',
);
const IS_BEGIN = /^\s*begin\b/i;
const IS_COMMIT = /^\s*commit\b/i;

let left = Number(step);
/** Connections whose open transaction changed something. */
const changed = new WeakSet();

const die = () => {
  writeSync(2, `${KILLED_HERE}\n`);
  process.kill(process.pid, 'SIGKILL');
};

/** Whether this is the commit that is meant. @param {object} connection @param {string} sql */
const isMeant = (connection, sql) => {
  // What was changed outside of a transaction, or taken back, is no step of the deed.
  if (IS_BEGIN.test(sql)) changed.delete(connection);
  if (!IS_COMMIT.test(sql) || !changed.delete(connection)) return false;
  left -= 1;
  return left === 0;
};

/** How many rows a statement found, as either driver says it. @param {unknown} result */
const rowsIn = (result) => {
  if (Array.isArray(result)) return result.length;
  const { changes, rowCount } = /** @type {{ changes?: number, rowCount?: number }} */ (
    result ?? {}
  );
  return changes ?? rowCount ?? 0;
};

/** @param {object} connection @param {string} sql @param {unknown} result */
const note = (connection, sql, result) => {
  if (CHANGE.test(sql) && rowsIn(result) > 0) changed.add(connection);
};

const require = createRequire(import.meta.url);

const watchSqlite = () => {
  /** @type {unknown} */
  const driver = require('better-sqlite3');
  const Database =
    /** @type {new (file: string) => { prepare: (sql: string) => object, close: () => void }} */ (
      driver
    );
  const database = new Database(':memory:');
  /** @type {unknown} */
  const prototype = Object.getPrototypeOf(database.prepare('select 1'));
  const statements = /** @type {Record<'run' | 'all', Execute>} */ (prototype);
  database.close();
  for (const name of /** @type {const} */ (['run', 'all'])) {
    const execute = statements[name];
    statements[name] = function (...values) {
      const meant = isMeant(this.database, this.source);
      if (meant && side === 'before') die();
      const result = execute.apply(this, values);
      if (meant) die();
      note(this.database, this.source, result);
      return result;
    };
  }
};

const watchPostgres = () => {
  /** @type {unknown} */
  const driver = require('pg');
  const { Client } = /** @type {{ Client: { prototype: { query: Ask } } }} */ (driver);
  const ask = Client.prototype.query;
  /** @type {Ask} */
  Client.prototype.query = function (config, ...rest) {
    const sql = typeof config === 'string' ? config : config.text;
    const meant = isMeant(this, sql);
    if (meant && side === 'before') die();
    const seen = (/** @type {unknown} */ result) => {
      if (meant) die();
      note(this, sql, result);
      return result;
    };
    const told = /** @type {Told | undefined} */ (rest.at(-1));
    if (typeof told !== 'function') {
      const asked = ask.call(this, config, ...rest);
      return asked instanceof Promise ? asked.then(seen) : asked;
    }
    /** @type {Told} */
    const tell = (error, result) => told(error, error ? result : seen(result));
    return ask.call(this, config, ...rest.slice(0, -1), tell);
  };
};

watchSqlite();
watchPostgres();
