// @ts-check
/** Many deeds at once, spread over two nodes. */
import { expect } from './failure.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {import('./supporters.mjs').Supporters} Supporters
 */

const AT_ONCE = 100;

/**
 * Does something with each, about a hundred at a time, in their order.
 *
 * @template Item, Result
 * @param {Item[]} items
 * @param {(item: Item) => Promise<Result>} deed
 * @param {number} [atOnce]
 * @returns {Promise<Result[]>}
 */
export const race = async (items, deed, atOnce = AT_ONCE) => {
  /** @type {Result[]} */
  const results = [];
  const left = items.entries();
  const run = async () => {
    for (const [at, item] of left) results[at] = await deed(item);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return results;
};

/** The submissions of each address, as ids. @param {Place} place @param {string[]} emails @param {string} [action] */
export const submissionsOf = async (
  { look, keys, content },
  emails,
  action = content.confirmed,
) => {
  const rows = await look((query) =>
    query('select id, suppression from campaign_actions_submissions where action = ?', [action]),
  );
  /** @type {Map<string, Buffer[]>} */
  const byMark = new Map();
  for (const row of rows) {
    const mark = /** @type {Buffer} */ (row.suppression).toString('hex');
    byMark.set(mark, [...(byMark.get(mark) ?? []), /** @type {Buffer} */ (row.id)]);
  }
  return emails.map((email) => byMark.get(keys.suppression(action, email)) ?? []);
};

/**
 * Each address signs twice and confirms the first time. Then that signature is withdrawn at one node
 * while the other node confirms: in every second schedule the second time, else the first again.
 *
 * @param {Place} place
 * @param {[Supporters, Supporters]} pair
 * @param {number} schedules
 */
export const raceWithdrawals = async (place, pair, schedules) => {
  const { content, keys, look } = place;
  const emails = Array.from({ length: schedules }, (_, at) => `race-${at}@example.org`);
  await race(emails, (email) =>
    Promise.all([pair[0].sign(content.confirmed, email), pair[1].sign(content.confirmed, email)]),
  );
  const ids = await submissionsOf(place, emails);
  const statuses = await race(
    [...ids.entries()],
    async ([at, [first = Buffer.alloc(0), second = first]]) => {
      const [here, there] = at % 2 === 0 ? pair : [pair[1], pair[0]];
      const other = at % 4 < 2 ? second : first;
      const before = await here.confirm(keys.token('confirm', first));
      const [withdrawn, confirmed] = await Promise.all([
        here.withdraw(keys.token('withdraw', first)),
        there.confirm(keys.token('confirm', other)),
      ]);
      return [before.status, withdrawn.status, confirmed.status];
    },
    16,
  );
  const wrong = statuses.flat().filter((status) => status !== 200);
  expect(wrong.length === 0, `${wrong.length} links got ${[...new Set(wrong)].join(', ')}.`);

  const left = await look((query) =>
    query('select id from campaign_actions_register where action = ?', [content.confirmed]),
  );
  const there = new Set(left.map(({ id }) => /** @type {Buffer} */ (id).toString('hex')));
  const undone = ids.filter(([first]) => first && there.has(first.toString('hex'))).length;
  expect(undone === 0, `${undone} withdrawals were acknowledged and are not true.`);
  const stayed = ids.filter(([, second]) => second && there.has(second.toString('hex'))).length;
  await requireLedger(place, left.length);
  return `${schedules} withdrawals against confirmations, ${stayed} confirmed after all, ledger equals rows`;
};

/** @param {Place} place @param {number} rows */
export const requireLedger = async ({ look, content }, rows) => {
  const [ledger] = await look((query) =>
    query('select signatures from campaign_actions_ledger where action = ?', [content.confirmed]),
  );
  expect(
    ledger?.signatures === rows,
    `${rows} rows, but the ledger says ${String(ledger?.signatures)}.`,
  );
};
