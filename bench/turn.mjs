// @ts-check
/** One contender's turn: load, then rest until everything is done, then the count. */
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

/**
 * @typedef {import('./server.mjs').Server} Server
 * @typedef {object} Turn
 * @property {number} accepted requests
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number} cpu milliseconds of the server's process per request, until the last answer
 * @property {number} cpuInAll the same, until nothing was left to be done
 */

/**
 * All are opened at once, but a busy Node accepts one in each round of its event loop: with many
 * more, a turn would be over before the last had been let in.
 */
const CONNECTIONS = 50;
const LOST_AFTER_SECONDS = 60;
const LONGEST_LOAD_MS = 180_000;
const LONGEST_REST_MS = 240_000;

/** A result that must not be believed, however good it looks. */
export class Disagreement extends Error {}

/** Sends that many requests and waits for every answer. */
const load = async (/** @type {Server} */ { side, listening }, /** @type {number} */ amount) => {
  const { url, request } = listening;
  const run = autocannon({
    url,
    method: request.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request.body),
    idReplacement: true,
    connections: CONNECTIONS,
    amount,
    timeout: LOST_AFTER_SECONDS,
  });
  const tooLong = setTimeout(() => run.stop(), LONGEST_LOAD_MS);
  const { errors, statusCodeStats, latency } = await run;
  clearTimeout(tooLong);
  const accepted = statusCodeStats[side.status]?.count ?? 0;
  if (accepted === amount) return latency;
  const statuses = Object.entries(statusCodeStats).map(
    ([status, { count }]) => `${count} × ${status}`,
  );
  throw new Disagreement(
    `${side.contender.name}: of ${amount} requests ${accepted} were answered with ${side.status} (${statuses.join(', ')}; ${errors} lost).`,
  );
};

const rest = async (/** @type {Server} */ server) => {
  const end = Date.now() + LONGEST_REST_MS;
  while ((await server.left()) > 0) {
    if (Date.now() > end)
      throw new Disagreement(
        `${server.side.contender.name}: what was accepted was not done in time.`,
      );
    await sleep(250);
  }
};

/** @param {Server} server @param {number} expected accepted requests since it was started */
const check = async ({ side, counts }, expected) => {
  for (const [what, count] of Object.entries(await counts()))
    if (count !== expected)
      throw new Disagreement(
        `${side.contender.name}: ${expected} requests were accepted, but ${what}: ${count}.`,
      );
};

/**
 * @param {Server} server
 * @param {number} amount of requests
 * @param {number} before how many it has accepted already
 * @returns {Promise<Turn>}
 * @throws Disagreement
 */
export const takeTurn = async (server, amount, before) => {
  const [start, cpuStart] = [performance.now(), await server.cpu()];
  const latency = await load(server, amount);
  const [end, cpuEnd] = [performance.now(), await server.cpu()];
  await rest(server);
  const cpuRested = await server.cpu();
  await check(server, before + amount);
  return {
    accepted: amount,
    perSecond: amount / ((end - start) / 1000),
    p50: latency.p50,
    p99: latency.p99,
    cpu: (cpuEnd - cpuStart) / amount,
    cpuInAll: (cpuRested - cpuStart) / amount,
  };
};
