// @ts-check
/** One server's turn: load, then rest until nothing is left to be done. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Disagreement } from './disagreement.mjs';
import { quantile } from './figures.mjs';
import { send } from './sender.mjs';

/**
 * @typedef {import('./row.js').Server} Server
 * @typedef {object} Turn
 * @property {number} amount of requests, all of them accepted
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p95
 * @property {number} p99
 * @property {number} cpu microseconds of the server's process per request, until the last answer
 * @property {number} cpuInAll the same, until nothing was left to be done
 * @property {Buffer} body of the last answer
 */

const LONGEST_REST_MS = 300_000;

/** Waits until the server has done what its answers left to be done. @param {Server} server */
export const rest = async (server) => {
  const end = Date.now() + LONGEST_REST_MS;
  while ((await server.ask('left')) !== 0) {
    if (Date.now() > end)
      throw new Disagreement(`${server.name}: what was accepted was not done in time.`);
    await sleep(100);
  }
};

/**
 * @param {Server} server
 * @param {import('./sender.mjs').Load} load
 * @returns {Promise<Turn>}
 * @throws Disagreement
 */
export const takeTurn = async (server, load) => {
  const { amount } = load;
  const cpuStart = await server.cpu();
  const { seconds, latencies, body } = await send(server.url, load);
  const cpuEnd = await server.cpu();
  await rest(server);
  const cpuRested = await server.cpu();
  return {
    amount,
    perSecond: amount / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    cpu: ((cpuEnd - cpuStart) * 1000) / amount,
    cpuInAll: ((cpuRested - cpuStart) * 1000) / amount,
    body,
  };
};
