// @ts-check
/**
 * What one row of each own table looks like: type and length of every column. Contenders that claim
 * to write the same rows are held to it.
 */

const TABLES = {
  register: '',
  submissions: '',
  outbox: '',
  tallies: 'order by kind, name',
  history: '',
  ledger: '',
};
/** The worker that takes a row changes these, perhaps by now. */
const OF_THE_WORKER = ['attempts', 'leased_until'];

const describe = (/** @type {unknown} */ value) => {
  if (Buffer.isBuffer(value)) return `${value.length} bytes`;
  if (value instanceof Date) return 'number';
  // A time is milliseconds on SQLite; of a number nothing else is the same in two runs.
  return typeof value === 'string'
    ? `text of ${value.length}`
    : value === null
      ? null
      : typeof value;
};

/**
 * @param {(sql: string) => Promise<unknown> | unknown} query
 * @returns {Promise<Record<string, unknown>>} columns of one row by table; null for an empty one
 */
export const describeRows = async (query) => {
  /** @type {Record<string, unknown>} */
  const described = {};
  for (const [table, order] of Object.entries(TABLES)) {
    const answer = /** @type {{ rows?: object[] } | object[]} */ (
      await query(`select * from campaign_actions_${table} ${order} limit 1`)
    );
    const [row] = Array.isArray(answer) ? answer : (answer.rows ?? []);
    described[table] =
      row === undefined
        ? null
        : Object.fromEntries(
            Object.entries(row)
              .filter(([name]) => !OF_THE_WORKER.includes(name))
              .map(([name, value]) => [name, describe(value)]),
          );
  }
  return described;
};
