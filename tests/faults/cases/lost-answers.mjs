// @ts-check
/** Every tenth answer is lost on the way, and whoever waited for it sends the same again. */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { expect } from '../failure.mjs';
import { openProxy } from '../proxy.mjs';
import { race } from '../races.mjs';
import { createSupporters, Lost } from '../supporters.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../supporters.mjs').Supporters} Supporters
 * @typedef {import('../supporters.mjs').Answer} Answer
 */

const LOST_EVERY = 10;
/** Each proof costs half a second of this machine. */
const FULL = { free: 1000, paid: 200 };
const SHORT = { free: 200, paid: 40 };
const AT_ONCE = 16;
const MOST_TRIES = 20;

/** @template T @param {() => Promise<T>} send @returns {Promise<T>} the answer that arrived */
const untilAnswered = async (send, tries = 1) => {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Lost) || tries >= MOST_TRIES) throw error;
    return untilAnswered(send, tries + 1);
  }
};

/** @param {Answer[]} answers @param {number} wanted @param {string} what */
const requireAll = (answers, wanted, what) => {
  const wrong = answers.map(({ status }) => status).filter((status) => status !== wanted);
  expect(
    wrong.length === 0,
    `${wrong.length} ${what} ended with ${[...new Set(wrong)].join(', ')}.`,
  );
};

const emails = (/** @type {string} */ name, /** @type {number} */ count) =>
  Array.from({ length: count }, (_, at) => `${name}-${at}@example.org`);

/** Ids of what was sent. @param {Place} place @param {string} action */
const submissionsIn = async ({ look }, action) =>
  (
    await look((query) =>
      query('select id from campaign_actions_submissions where action = ?', [action]),
    )
  ).map(({ id }) => /** @type {Buffer} */ (id));

/** @param {Place} place @param {string} action */
const countedIn = ({ look }, action) =>
  look(async (query) => {
    const [row] = await query(
      `select (select count(*) from campaign_actions_register where action = ?) as n,
         (select signatures from campaign_actions_ledger where action = ?) as signatures`,
      [action, action],
    );
    return { rows: Number(row?.n), signatures: Number(row?.signatures) };
  });

/** @param {Place} place @param {Supporters} supporters @param {string} action @param {number} wanted */
const confirmAll = async (place, supporters, action, wanted) => {
  const ids = await submissionsIn(place, action);
  const answers = await race(
    ids,
    (id) => untilAnswered(() => supporters.confirm(place.keys.token('confirm', id))),
    AT_ONCE,
  );
  requireAll(answers, 200, 'confirmations');
  const { rows, signatures } = await countedIn(place, action);
  expect(
    rows === wanted && signatures === wanted,
    `${wanted} addresses made ${rows} rows, and the ledger says ${signatures}.`,
  );
  return ids.length;
};

/** @type {Case} */
export const lostAnswers = {
  name: 'lost-answers',
  title: 'Answers lost on the way',
  databases: ['sqlite', 'postgres'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const { confirmed, paid } = place.content;
    const counts = short ? SHORT : FULL;
    const node = await place.start();
    const proxy = await openProxy(node.port);
    proxy.loseEvery(LOST_EVERY);
    const supporters = createSupporters(proxy.port, AT_ONCE);
    try {
      tell('signing without a challenge');
      const free = await race(
        emails('free', counts.free),
        (email) => untilAnswered(() => supporters.sign(confirmed, email)),
        AT_ONCE,
      );
      requireAll(free, 202, 'signatures');
      tell('signing with a challenge');
      const solved = await race(
        emails('paid', counts.paid),
        async (email) => {
          const asked = await untilAnswered(() => supporters.challenge(paid));
          const solution = await solveChallenge({ challenge: asked, deriveKey });
          const answer = { challenge: asked, solution };
          const challenge = Buffer.from(JSON.stringify(answer)).toString('base64');
          return untilAnswered(() => supporters.sign(paid, email, { challenge }));
        },
        AT_ONCE,
      );
      requireAll(solved, 202, 'signatures with a challenge');
      const stored = (await submissionsIn(place, paid)).length;
      expect(stored === counts.paid, `${counts.paid} challenges paid for ${stored} submissions.`);
      tell('confirming');
      const sent = await confirmAll(place, supporters, confirmed, counts.free);
      expect(sent > counts.free, 'No answer to a signature was lost.');
      await confirmAll(place, supporters, paid, counts.paid);
      return (
        `${proxy.cuts} answers lost and sent again: ${counts.free} addresses made ${sent} submissions, ` +
        `${counts.paid} with a challenge made ${stored}; all confirmed, and each counted once`
      );
    } finally {
      supporters.close();
      proxy.close();
      await node.kill();
    }
  },
};
