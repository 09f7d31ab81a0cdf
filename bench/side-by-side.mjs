// @ts-check
/** Both sides of a row in turns, A B A B, each in its own process, the other one idle. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ROWS } from './rows/index.mjs';
import { startServer } from './server.mjs';
import { takeTurn } from './turn.mjs';

/**
 * @typedef {import('./turn.mjs').Turn} Turn
 * @typedef {import('./server.mjs').Server} Server
 * @typedef {{ name: string, turns: Turn[] }} Played
 * @typedef {{ turns: number, seconds: number }} Length how many turns each, and about how long one is
 */

const WARM_UP = 3000;
const FEWEST_IN_A_TURN = 200;
const MOST_IN_A_TURN = 50_000;

/** @param {Server} server */
const player = (server) => {
  /** @type {Played} */
  const played = { name: server.side.contender.name, turns: [] };
  let accepted = 0;
  let perSecond = 0;
  const takeNext = async (/** @type {number} */ amount) => {
    const turn = await takeTurn(server, amount, accepted);
    accepted += amount;
    perSecond = turn.perSecond;
    return turn;
  };
  return {
    played,
    /** Until the compiler has seen the load: as many requests for each, however long they take. */
    warmUp: () => takeNext(WARM_UP),
    /** A turn has a fixed number of requests, so that none is cut off and all can be counted. */
    async play(/** @type {number} */ seconds) {
      const wanted = Math.round(perSecond * seconds);
      const turn = await takeNext(Math.min(Math.max(wanted, FEWEST_IN_A_TURN), MOST_IN_A_TURN));
      played.turns.push(turn);
      tell(played.name, turn);
    },
    stop: server.stop,
  };
};

const tell = (/** @type {string} */ name, /** @type {Turn} */ turn) =>
  console.log(
    `  ${name.padEnd(20)} ${turn.perSecond.toFixed(0).padStart(6)}/s   p50 ${turn.p50.toFixed(0)} ms   p99 ${turn.p99.toFixed(0)} ms   CPU ${turn.cpu.toFixed(2)} ms, in all ${turn.cpuInAll.toFixed(2)} ms`,
  );

/**
 * @param {string} name of the row
 * @param {import('./databases.mjs').Databases} databases
 * @param {string} folder
 * @param {Length} length
 * @returns {Promise<[Played, Played]>} the plugin's first
 * @throws Disagreement
 */
export const playRow = async (name, databases, folder, { turns, seconds }) => {
  console.log(`${ROWS[name]?.title}:`);
  const start = async (/** @type {0 | 1} */ side) => {
    const own = path.join(folder, `${name}-${side}`);
    await mkdir(own);
    return player(await startServer(name, side, own, await databases.fresh(own)));
  };
  const [ours, theirs] = [await start(0), await start(1)];
  for (const each of [ours, theirs]) await each.warmUp();
  for (let round = 0; round < turns; round += 1) {
    await ours.play(seconds);
    await theirs.play(seconds);
  }
  for (const each of [ours, theirs]) await each.stop();
  return [ours.played, theirs.played];
};
