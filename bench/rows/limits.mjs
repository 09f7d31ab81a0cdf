// @ts-check
/** T-03: a flood from as many networks as there are must cost neither memory nor time. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serveGuard } from '../contenders/guard.mjs';
import { atMost, median } from '../figures.mjs';

const MANY = { quick: 100_000, full: 2_000_000 };
const AT_REST = 20_000;
/** So many that none of them comes to the hard limit: what is refused costs less. */
const NETWORKS_AT_REST = 1000;
const SLICE = 10_000;
const MOST_MB = 64;
const MOST_RATIO = 2;

/**
 * @typedef {{ near: string, wide: string | null }} Prefixes
 * @typedef {{ count(action: string, from: Prefixes): Promise<unknown> }} Limits
 * @typedef {{ p99: number, megabytes: number }} Flooded
 */

/** 99 of 100 took no longer, in microseconds. */
const p99Of = (/** @type {number[]} */ times) =>
  (times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0) * 1000;

setFlagsFromString('--expose-gc');
/** @type {unknown} */
const gc = runInNewContext('gc');
const collect = /** @type {() => void} */ (gc);

/** What is kept, in bytes: what Node merely has not collected yet says how much room it was given. */
const kept = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** @param {Limits} limits @param {number} many @param {(at: number) => string} network */
const count = async (limits, many, network) => {
  const p99s = [];
  const before = kept();
  for (let done = 0; done < many; done += SLICE) {
    const times = [];
    for (let at = done; at < done + SLICE; at += 1) {
      const from = { near: `${network(at)}/64`, wide: `${network(at)}/48` };
      const begin = performance.now();
      await limits.count('an-action', from);
      times.push(performance.now() - begin);
    }
    p99s.push(p99Of(times));
    // Timers and sockets are served between the slices, as between requests.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { p99: median(p99s), megabytes: (kept() - before) / 2 ** 20 };
};

const plugin = {
  name: 'plugin',
  serve: serveGuard((/** @type {{ limits: Limits }} */ { limits }) => ({
    rest: () => count(limits, AT_REST, (at) => String(at % NETWORKS_AT_REST)),
    flood: (/** @type {number} */ many) => count(limits, many, String),
  })),
};

/** @type {import('../row.js').Row} */
export const limits = {
  title: 'A flood from everywhere',
  databases: ['sqlite'],
  sides: { plugin },
  async play(bench) {
    const home = await bench.home();
    home.environment.CAMPAIGN_ACTIONS_RATE_LIMIT = 'on';
    const server = await bench.start(plugin, home);
    const many = bench.quick ? MANY.quick : MANY.full;
    await server.ask('rest');
    const rest = /** @type {Flooded} */ (await server.ask('rest'));
    const flood = /** @type {Flooded} */ (await server.ask('flood', many));
    await server.stop();
    return {
      claims: [
        atMost(`memory for ${many} networks`, [flood.megabytes], MOST_MB, ' MB'),
        atMost('p99 of counting one, times that at rest', [flood.p99 / rest.p99], MOST_RATIO),
      ],
      table: [
        ['', 'p99, µs', 'memory grew by, MB'],
        [`${NETWORKS_AT_REST} networks`, rest.p99.toFixed(1), rest.megabytes.toFixed(1)],
        [`${many} networks`, flood.p99.toFixed(1), flood.megabytes.toFixed(1)],
      ],
      remarks: [],
    };
  },
};
