// @ts-check
/** What is in the database and in the erasure journal between two runs of a deed, and behind the last. */
import { readFile } from 'node:fs/promises';
import { expect } from '../failure.mjs';
import { driftOf } from '../verdict.mjs';

/** @typedef {import('../stage.js').Place} Place */

/**
 * How many rows there are of each kind, in words.
 *
 * @param {Place} place
 * @param {Record<string, string>} kinds each with what follows `select count(*) from campaign_actions_`
 * @returns {Promise<string>}
 */
export const counts = ({ look }, kinds) =>
  look(async (query) => {
    const said = [];
    for (const [what, from] of Object.entries(kinds)) {
      const [row] = await query(`select count(*) as n from campaign_actions_${from}`);
      said.push(`${Number(row?.n)} ${what}`);
    }
    return said.join(', ');
  });

/** @param {Place} place */
export const requireNoDrift = async ({ look }) => {
  const drift = await look(driftOf);
  expect(drift === 0, `The ledger and the rows are ${drift} apart.`);
};

/** A line for everything that was noted, each once. @param {Place} place */
export const requireJournal = async (place) => {
  const text = await readFile(place.env.ERASURE_JOURNAL ?? '', 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean).sort();
  const noted = await place.look((query) =>
    query('select row_id, deed, day from campaign_actions_erasures'),
  );
  const wanted = noted
    .map(({ row_id, deed, day }) => {
      const id = /** @type {Buffer} */ (row_id).toString(deed === 'shredded' ? 'utf8' : 'hex');
      return `${String(day)} ${String(deed)} ${id}`;
    })
    .sort();
  expect(new Set(wanted).size === wanted.length, 'Something was noted twice for the journal.');
  expect(
    lines.join() === wanted.join(),
    `The journal has ${lines.length} lines, and not the ${wanted.length} of the database.`,
  );
};
