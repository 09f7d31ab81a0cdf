// @ts-check
/** Two nodes on one PostgreSQL, and the same addresses at both at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, expect } from '../failure.mjs';
import { raceInvalidations } from '../editors.mjs';
import { createSupporters } from '../supporters.mjs';
import { race, raceWithdrawals } from '../races.mjs';
import { createWitness } from '../witness.mjs';
import { requireSound } from '../verdict.mjs';
import { watchRevisions } from '../revisions.mjs';

/**
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../supporters.mjs').Supporters} Supporters
 * @typedef {[Supporters, Supporters]} Pair one of each node
 */

const [EMAILS, COPIES] = [500, 20];
const SEEN_WITHIN_MS = 1000;
/** Of the look itself, on a machine that does other things too. */
const LOOK_MS = 500;

const countOf = async (
  /** @type {Place} */ { look },
  /** @type {string} */ table,
  /** @type {string} */ action,
) => {
  const [row] = await look((query) =>
    query(`select count(*) as n from campaign_actions_${table} where action = ?`, [action]),
  );
  return Number(row?.n);
};

/** @param {number[]} statuses @param {number} wanted @param {string} what */
const requireAll = (statuses, wanted, what) => {
  const wrong = statuses.filter((status) => status !== wanted);
  const which = [...new Set(wrong)].join(', ');
  expect(wrong.length === 0, `${wrong.length} of ${statuses.length} ${what} got ${which}.`);
};

/**
 * Every address signs twenty times at once, at both nodes.
 *
 * @param {string} action
 * @param {Pair} pair
 * @param {import('../witness.mjs').Witness} witness
 */
const signCopies = (action, pair, witness) => {
  const entries = Array.from({ length: EMAILS }, (_, at) =>
    witness.signature(action, `same-${at}@example.org`),
  );
  const copies = entries.flatMap((entry) => Array.from({ length: COPIES }, () => entry));
  return race([...copies.entries()], async ([at, entry]) => {
    entry.sent += 1;
    const answer = await pair[at % 2 === 0 ? 0 : 1].sign(action, entry.email);
    witness.take(entry, answer);
    return answer.status;
  });
};

/** @param {Place} place @param {Pair} pair @param {import('../witness.mjs').Witness} witness */
const signAtOnce = async (place, pair, witness) => {
  const { atOnce } = place.content;
  const statuses = await signCopies(atOnce, pair, witness);
  requireAll(statuses, 201, 'signatures');
  const rows = await countOf(place, 'register', atOnce);
  expect(rows === EMAILS, `${EMAILS} addresses made ${rows} rows.`);
  return `${statuses.length} accepted at once, ${rows} counted`;
};

/** @param {Place} place @param {Pair} pair @param {import('../witness.mjs').Witness} witness */
const confirmAtOnce = async (place, pair, witness) => {
  const { content, keys, look } = place;
  const action = content.confirmed;
  requireAll(await signCopies(action, pair, witness), 202, 'submissions');
  const ids = await look((query) =>
    query('select id from campaign_actions_submissions where action = ? order by suppression', [
      action,
    ]),
  );
  expect(ids.length === EMAILS * COPIES, `${ids.length} submissions were stored.`);
  for (const { email } of witness.signed) witness.confirmation(action, email).sent = COPIES;
  const statuses = await race([...ids.entries()], async ([at, { id }]) => {
    const token = keys.token('confirm', /** @type {Buffer} */ (id));
    return (await pair[at % 2 === 0 ? 0 : 1].confirm(token)).status;
  });
  requireAll(statuses, 200, 'confirmations');
  const rows = await countOf(place, 'register', action);
  expect(rows === EMAILS, `${EMAILS} addresses made ${rows} confirmed rows.`);
  return `${statuses.length} links confirmed at once, ${rows} counted`;
};

/** How long the other node's counter takes to show a signature. @param {Place} place @param {Pair} pair */
const visibility = async ({ content }, pair) => {
  let slowest = 0;
  for (let turn = 0; turn < 20; turn += 1) {
    const [here, there] = turn % 2 === 0 ? pair : [pair[1], pair[0]];
    const before = (await there.counter(content.atOnce)).signatures;
    await here.sign(content.atOnce, `seen-${turn}@example.org`);
    const from = performance.now();
    while ((await there.counter(content.atOnce)).signatures <= before) {
      expect(performance.now() - from < 30_000, "One node never saw the other's signature.");
      await sleep(10);
    }
    slowest = Math.max(slowest, performance.now() - from);
  }
  const ms = Math.round(slowest);
  expect(slowest < SEEN_WITHIN_MS + LOOK_MS, `A signature was seen after ${ms} ms only.`);
  return `each other's signatures seen after ${ms} ms at most`;
};

/** What the server itself counted. @param {Place} place */
const deadlocks = ({ look }) =>
  look(async (query) => {
    const [row] = await query(
      'select deadlocks as n from pg_stat_database where datname = current_database()',
    );
    return Number(row?.n);
  });

/** @type {Case} */
export const twoNodes = {
  name: 'two-nodes',
  title: 'Two nodes racing on the same addresses',
  databases: ['postgres'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const nodes = await Promise.all([place.start(), place.start()]);
    /** @type {Pair} */
    const pair = [createSupporters(nodes[0].port, 50), createSupporters(nodes[1].port, 50)];
    const witness = createWitness();
    try {
      /** @type {[string, () => Promise<string>][]} */
      const steps = [
        ['signing', () => signAtOnce(place, pair, witness)],
        ['confirming', () => confirmAtOnce(place, pair, witness)],
        ['comparing', () => requireSound(place, witness)],
        ['withdrawing against confirming', () => raceWithdrawals(place, pair, short ? 100 : 1000)],
        [
          'setting aside against confirming and withdrawing',
          () => raceInvalidations(place, { port: nodes[0].port, pair }, short ? 100 : 1000),
        ],
        ['watching counters', () => visibility(place, pair)],
        ['watching a sensitive action', () => watchRevisions(place, pair, short ? 20 : 60)],
      ];
      const figures = [];
      for (const [what, step] of steps) {
        tell(what);
        figures.push(await step());
      }
      const stuck = await deadlocks(place);
      expect(stuck === 0, `PostgreSQL broke ${stuck} deadlocks.`);
      return `${figures.join('; ')}; no deadlock`;
    } catch (error) {
      if (error instanceof Failure)
        throw new Failure(`${error.message}\n${nodes.map((node) => node.log()).join('\n')}`);
      throw error;
    } finally {
      for (const each of pair) each.close();
      for (const node of nodes) await node.stop();
    }
  },
};
