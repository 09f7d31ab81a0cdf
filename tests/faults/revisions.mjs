// @ts-check
/** What two nodes show of a sensitive action while it is signed at both (T-22). */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from './failure.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {import('./supporters.mjs').Supporters} Supporters
 */

const LOOK_MS = 50;
const [PER_SECOND, AT_ONCE] = [50, 10];
/** Each step of the published number waits so long after the one before. */
const LEAST_GAP_MS = 5000;
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

  /** When the published number moved: after the first of the two times, and by the second. */
  /** @type {{ after: number, by: number }[]} */
  const moves = [];
  const watchLedger = async () => {
    let [last, before] = [-1, 0];
    for (; !over; await sleep(LOOK_MS)) {
      const [row] = await look((query) =>
        query(
          `select revision, extract(epoch from clock_timestamp()) * 1000 as at
           from campaign_actions_ledger where action = ?`,
          [action],
        ),
      );
      if (!row) continue;
      const [revision, at] = [Number(row.revision), Number(row.at)];
      if (last >= 0 && revision !== last) moves.push({ after: before, by: at });
      [last, before] = [revision, at];
    }
  };

  let confirmed = 0;
  const confirmSome = async (/** @type {Supporters} */ node) => {
    const waiting = await look((query) =>
      query(
        `select id from campaign_actions_submissions where action = ? and state = 'waiting' limit ${AT_ONCE}`,
        [action],
      ),
    );
    const tokens = waiting.map(({ id }) => keys.token('confirm', /** @type {Buffer} */ (id)));
    await Promise.all(tokens.map((token) => node.confirm(token)));
    confirmed += tokens.length;
  };
  const started = performance.now();
  const sign = async () => {
    for (let round = 0; !over; round += 1) {
      const node = pair[round % 2 === 0 ? 0 : 1];
      const emails = Array.from({ length: AT_ONCE }, (_, at) => `risk-${round}-${at}@example.org`);
      await Promise.all(emails.map((email) => node.sign(action, email)));
      await confirmSome(node);
      const ahead = (confirmed / PER_SECOND) * 1000 - (performance.now() - started);
      if (ahead > 0) await sleep(ahead);
    }
  };

  const running = Promise.all([watch(pair[0]), watch(pair[1]), watchLedger(), sign()]);
  await Promise.race([sleep(seconds * 1000), running]);
  over = true;
  await running;
  const rate = confirmed / ((performance.now() - started) / 1000);

  const gaps = moves.slice(1).map(({ by }, at) => by - (moves[at]?.after ?? 0));
  const hasty = gaps.filter((gap) => gap < LEAST_GAP_MS);
  expect(
    hasty.length === 0,
    `Two steps were less than ${LEAST_GAP_MS} ms apart: ${hasty.join(', ')}.`,
  );
  expect(moves.length > 1, `It moved ${moves.length} times in ${seconds} s.`);

  const differing = [...shown]
    .filter(([, totals]) => totals.size > 1)
    .map(([revision]) => revision);
  expect(differing.length === 0, `Revisions ${differing.join(', ')} had more than one number.`);
  expect(backwards === 0, `A node's revision went back ${backwards} times.`);
  await requireCaughtUp({ look, action, pair });
  return `a sensitive action asked ${asked} times at both, one number for each of ${shown.size} revisions; ${confirmed} confirmed at ${Math.round(rate)}/s, no two of ${moves.length} steps within 5 s`;
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
