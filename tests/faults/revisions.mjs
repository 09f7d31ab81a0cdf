// @ts-check
/** What two nodes show of a sensitive action while it is signed at both. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from './failure.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {import('./supporters.mjs').Supporters} Supporters
 */

const LOOK_MS = 50;
const LONGEST_CATCH_UP_MS = 30_000;

/**
 * @param {Place} place
 * @param {[Supporters, Supporters]} pair
 * @param {number} seconds
 */
export const watchRevisions = async ({ content, keys, look }, pair, seconds) => {
  const action = content.sensitive;
  /** @type {Map<number, Set<number>>} totals shown by revision */
  const shown = new Map();
  let [over, backwards, asked] = [false, 0, 0];

  const watch = async (/** @type {Supporters} */ node) => {
    for (let last = 0; !over; await sleep(LOOK_MS)) {
      const { revision, total } = await node.counter(action);
      asked += 1;
      if (revision < last) backwards += 1;
      last = revision;
      shown.set(revision, (shown.get(revision) ?? new Set()).add(total));
    }
  };

  const sign = async () => {
    for (let at = 0; !over; at += 1) {
      const node = pair[at % 2 === 0 ? 0 : 1];
      await node.sign(action, `sensitive-${at}@example.org`);
      const [row] = await look((query) =>
        query(
          `select id from campaign_actions_submissions where action = ? and state = 'waiting'`,
          [action],
        ),
      );
      if (row) await node.confirm(keys.token('confirm', /** @type {Buffer} */ (row.id)));
    }
  };

  const running = Promise.all([watch(pair[0]), watch(pair[1]), sign()]);
  await Promise.race([sleep(seconds * 1000), running]);
  over = true;
  await running;

  const differing = [...shown]
    .filter(([, totals]) => totals.size > 1)
    .map(([revision]) => revision);
  expect(differing.length === 0, `Revisions ${differing.join(', ')} had more than one number.`);
  expect(backwards === 0, `A node's revision went back ${backwards} times.`);
  await requireCaughtUp({ look, action, pair });
  return `a sensitive action asked ${asked} times at both, one number for each of ${shown.size} revisions`;
};

/** @param {{ look: Place['look'], action: string, pair: Supporters[] }} where */
const requireCaughtUp = async ({ look, action, pair }) => {
  const [row] = await look((query) =>
    query('select count(*) as n from campaign_actions_register where action = ?', [action]),
  );
  const rows = Number(row?.n);
  expect(rows > 0, 'Nobody signed the sensitive action.');
  const from = performance.now();
  for (const node of pair)
    while ((await node.counter(action)).signatures !== rows) {
      expect(performance.now() - from < LONGEST_CATCH_UP_MS, `A node never showed all ${rows}.`);
      await sleep(LOOK_MS);
    }
};
