// @ts-check
/** The plugin and the bare limit of signing, side by side, and held to the same rows. */
import { Disagreement } from '../disagreement.mjs';
import { send } from '../sender.mjs';

/**
 * @typedef {import('../row.js').Bench} Bench
 * @typedef {import('../row.js').Server} Server
 * @typedef {import('../row.js').Side} Side
 */

/**
 * Starts both; the limit writes into tables that the plugin made, for an action that it published.
 * Each accepts one signature.
 *
 * @param {Bench} bench @param {Side} plugin @param {Side} bare
 * @returns {Promise<[Server, Server]>}
 * @throws Disagreement when they do not write the same rows
 */
export const startPluginAndLimit = async (bench, plugin, bare) => {
  const made = await bench.home();
  await (await bench.start(plugin, made)).stop();
  const ours = await bench.start(plugin);
  const limit = await bench.start(bare, made);
  for (const { url, requests } of [ours, limit])
    if (requests.sign) await send(url, { request: requests.sign, amount: 1 });
  const [written, expected] = await Promise.all([rowsOf(ours), rowsOf(limit)]);
  for (const [table, row] of Object.entries(written)) {
    // A row of the outbox may be gone already.
    if (table === 'outbox' && row === null) continue;
    const [is, should] = [JSON.stringify(expected[table]), JSON.stringify(row)];
    if (is !== should)
      throw new Disagreement(`${table}: the plugin writes ${should}, the bare limit ${is}.`);
  }
  return [ours, limit];
};

const rowsOf = (/** @type {Server} */ server) =>
  /** @type {Promise<Record<string, unknown>>} */ (server.ask('rowsWritten'));
