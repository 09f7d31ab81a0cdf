// @ts-check
/** T-09: what a challenge costs whoever solves it, and the server that makes and checks it. */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { serveGuard } from '../contenders/guard.mjs';
import { atMost, quantile, reported } from '../figures.mjs';

const HOW_MANY = { quick: 10, full: 100 };
/** An old phone against one core of a desktop. */
const SLOWDOWN = 6;
const MOST_SECONDS = 4;

/**
 * @typedef {import('altcha-lib').Challenge} Challenge
 * @typedef {{ make(action: string): Promise<Challenge>, check(action: string, solved: string, json: unknown): Promise<object | null> }} Challenges
 */

const ACTION = 'an-action';

const plugin = {
  name: 'plugin',
  serve: serveGuard((/** @type {{ challenges: Challenges }} */ { challenges }) => ({
    make: () => challenges.make(ACTION),
    check: async (/** @type {string} */ solved) => {
      const begin = performance.now();
      const paid = await challenges.check(ACTION, solved, { data: { challenge: solved } });
      if (!paid) throw new Error('It was not good.');
      return performance.now() - begin;
    },
  })),
};

/** Seconds of CPU, whichever thread of this process took them. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** @type {import('../row.js').Row} */
export const challenge = {
  title: 'Solving a challenge',
  databases: ['sqlite'],
  sides: { plugin },
  async play(bench) {
    const server = await bench.start(plugin);
    const solving = [];
    const checking = [];
    for (let i = bench.quick ? HOW_MANY.quick : HOW_MANY.full; i > 0; i -= 1) {
      const made = /** @type {Challenge} */ (await server.ask('make'));
      const begin = cpu();
      const solution = await solveChallenge({ challenge: made, deriveKey });
      solving.push((cpu() - begin) * SLOWDOWN);
      const solved = Buffer.from(JSON.stringify({ challenge: made, solution })).toString('base64');
      checking.push(/** @type {number} */ (await server.ask('check', solved)));
    }
    await server.stop();
    solving.sort((a, b) => a - b);
    checking.sort((a, b) => a - b);
    const [half, most] = [quantile(solving, 0.5), quantile(solving, 0.95)];
    return {
      claims: [
        atMost('95 of 100 are solved within', [most], MOST_SECONDS, ' s'),
        reported('checking one', [quantile(checking, 0.5)], ' ms'),
      ],
      table: [
        ['', 'p50', 'p95'],
        ['solving, s', half.toFixed(2), most.toFixed(2)],
        ['checking, ms', quantile(checking, 0.5).toFixed(2), quantile(checking, 0.95).toFixed(2)],
      ],
      remarks: [`Solving is the CPU time of one core here, times ${SLOWDOWN}.`],
    };
  },
};
