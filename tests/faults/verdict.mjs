// @ts-check
/** Holds a database against what was acknowledged. */
import { Failure } from './failure.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {import('./witness.mjs').Witness} Witness
 * @typedef {import('./witness.mjs').Entry} Entry
 * @typedef {import('./look.mjs').Query} Query
 * @typedef {object} Verdict
 * @property {number} lost acknowledged, and not there
 * @property {number} twice there more often than it was sent
 * @property {number} foreign there, and never sent
 * @property {number} drift between the numbers kept and the rows they stand for
 */

const COUNTED = `state in ('counted', 'anonymised')`;

/** How often each mark is there. @param {Record<string, unknown>[]} rows */
const tally = (rows) => {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const row of rows) {
    const key = `${String(row.action)}|${/** @type {Buffer} */ (row.mark).toString('hex')}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
};

/**
 * @param {Iterable<Entry>} entries
 * @param {Map<string, number>} found
 * @param {(action: string, email: string) => string} markOf
 * @param {(entry: Entry) => [least: number, most: number]} expected
 */
const held = (entries, found, markOf, expected) => {
  let [lost, twice, known] = [0, 0, 0];
  for (const entry of entries) {
    entry.mark ??= markOf(entry.action, entry.email);
    const there = found.get(`${entry.action}|${entry.mark}`) ?? 0;
    const [least, most] = expected(entry);
    lost += Math.max(0, least - there);
    twice += Math.max(0, there - most);
    known += there;
  }
  const all = [...found.values()].reduce((sum, count) => sum + count, 0);
  return { lost, twice, foreign: all - known };
};

/** What is kept about each action, and the rows that it stands for. @param {Query} query */
const numbers = async (query) => {
  const rows = await query(
    `select action, sum(kept) as kept, sum(tallied) as tallied, sum(there) as there from (
       select action, signatures as kept, 0 as tallied, 0 as there from campaign_actions_ledger
       union all select action, 0, confirmed, 0 from campaign_actions_tallies where kind = 'all'
       union all select action, 0, 0, 1 from campaign_actions_register where ${COUNTED}
     ) as numbers group by action`,
  );
  return rows.map(({ kept, tallied, there }) => ({
    ledger: Math.abs(Number(kept) - Number(there)),
    tallies: Math.abs(Number(tallied) - Number(there)),
  }));
};

/** Ledger against the rows of the register, over all actions. @param {Query} query */
export const ledgerDriftOf = async (query) =>
  (await numbers(query)).reduce((sum, { ledger }) => sum + ledger, 0);

/** The same, with the daily tallies: as long as nothing was taken back or set aside. @param {Query} query */
export const driftOf = async (query) =>
  (await numbers(query)).reduce((sum, { ledger, tallies }) => sum + ledger + tallies, 0);

const requireIntegrity = async (/** @type {Query} */ query) => {
  const [row] = await query('pragma integrity_check');
  if (row?.integrity_check !== 'ok') throw new Failure('SQLite says that its file is damaged.');
};

/** @param {Place} place @param {Witness} witness while nothing is under way @returns {Promise<Verdict>} */
export const judge = ({ client, content, keys, look }, { signed, confirmed }) =>
  look(async (query) => {
    if (client === 'sqlite') await requireIntegrity(query);
    const register = tally(
      await query(`select action, email_index as mark from campaign_actions_register`),
    );
    const submissions = tally(
      await query(`select action, suppression as mark from campaign_actions_submissions`),
    );
    const isAtOnce = (/** @type {Entry} */ { action }) => action === content.atOnce;
    /** @type {(entry: Entry) => [number, number]} */
    const once = ({ sent, acknowledged }) => [Math.min(acknowledged, 1), Math.min(sent, 1)];
    const parts = [
      held([...signed.filter(isAtOnce), ...confirmed.values()], register, keys.index, once),
      held(
        signed.filter((entry) => !isAtOnce(entry)),
        submissions,
        keys.suppression,
        ({ sent, acknowledged }) => [acknowledged, sent],
      ),
    ];
    const sum = (/** @type {'lost' | 'twice' | 'foreign'} */ what) =>
      parts.reduce((total, part) => total + part[what], 0);
    return {
      lost: sum('lost'),
      twice: sum('twice'),
      foreign: sum('foreign'),
      drift: await driftOf(query),
    };
  });

/** @param {Verdict} verdict */
export const inWords = ({ lost, twice, foreign, drift }) =>
  `lost ${lost}, twice ${twice}, never sent ${foreign}, drift ${drift}`;

/** @param {Verdict} verdict */
export const isSound = ({ lost, twice, foreign, drift }) => lost + twice + foreign + drift === 0;

/**
 * @param {Place} place
 * @param {Witness} witness while nothing is under way
 * @returns {Promise<string>} the verdict in words
 * @throws Failure when anything is lost, twice, foreign or adrift, or an answer was strange
 */
export const requireSound = async (place, witness) => {
  const verdict = await judge(place, witness);
  const said = inWords(verdict);
  if (!isSound(verdict)) throw new Failure(`After ${witness.acknowledged} acknowledged: ${said}.`);
  if (witness.strange.length > 0) throw new Failure(`Strange: ${witness.strange.join('; ')}.`);
  return said;
};
