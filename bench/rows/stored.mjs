// @ts-check
/** Signing and counting with very many signatures stored, against the same with none. */
import { servePlugin } from '../contenders/plugin.mjs';
import { agree } from '../disagreement.mjs';
import { atMost, reported, withSpread } from '../figures.mjs';
import { requestOf } from '../server.mjs';
import { told } from '../told.mjs';
import { takeTurn } from '../turn.mjs';

/**
 * @typedef {import('../row.js').Bench} Bench
 * @typedef {import('../turn.mjs').Turn} Turn
 * @typedef {Record<'sign' | 'counter' | 'saturated', Turn>} Round
 */

const ACTIONS = 200;
/** Requests a second, whether or not they are answered. */
const RATES = { sign: 100, counter: 500 };
const SATURATED = { quick: 100, full: 10_000 };
const SIGN_P95_MS = { sqlite: 25, postgres: 50 };
const MOST_TIMES = 1.2;

const plugin = { name: 'plugin', serve: servePlugin('none') };

/** A server in a fresh process on a database that holds so many signatures, half of them one action's. */
const startWith = async (/** @type {Bench} */ bench, /** @type {number} */ rows) => {
  const home = await bench.home();
  const first = await bench.start(plugin, home);
  const begin = Date.now();
  await first.ask('fill', { rows, actions: ACTIONS });
  await first.stop();
  if (rows > 0) bench.say(`${rows} signatures generated in ${Date.now() - begin} ms`);
  const server = await bench.start(plugin, home);
  await told(server, Math.ceil(rows / 2));
  return server;
};

/** @param {Bench} bench @param {import('../row.js').Server} server @param {number} rows generated */
const player = (bench, server, rows) => {
  let signed = 0;
  const signing = async (/** @type {number} */ amount, /** @type {number} */ rate) => {
    const turn = await takeTurn(server, { request: requestOf(server, 'sign'), amount, rate });
    signed += amount;
    const all = rows + signed;
    agree(server.name, await server.ask('counts'), {
      'rows in the register': all,
      'signatures in the ledger': all,
    });
    await told(server, Math.ceil(rows / 2) + signed);
    return turn;
  };
  return async () => {
    const saturated = await signing(bench.quick ? SATURATED.quick : SATURATED.full, 0);
    const sign = await signing(RATES.sign * bench.seconds, RATES.sign);
    const request = requestOf(server, 'counter');
    const amount = RATES.counter * bench.seconds;
    const counter = await takeTurn(server, { request, amount, rate: RATES.counter });
    return { sign, counter, saturated };
  };
};

/** @type {import('../row.js').Row} */
export const stored = {
  title: 'Signing and counting with many signatures stored',
  databases: ['sqlite', 'postgres'],
  sides: { plugin },
  async play(bench) {
    const full = player(bench, await startWith(bench, bench.rows), bench.rows);
    const empty = player(bench, await startWith(bench, 0), 0);
    /** @type {{ full: Round, empty: Round }[]} */
    const rounds = [];
    if (!bench.quick) {
      await full();
      await empty();
    }
    for (let round = 0; round < bench.turns; round += 1) {
      rounds.push({ full: await full(), empty: await empty() });
      bench.say(`round ${round + 1} of ${bench.turns}`);
    }

    const of = (
      /** @type {'full' | 'empty'} */ side,
      /** @type {keyof Round} */ work,
      /** @type {'cpu' | 'p50' | 'p95' | 'p99'} */ figure,
    ) => rounds.map((round) => round[side][work][figure]);
    const times = (/** @type {keyof Round} */ work, /** @type {'cpu' | 'p50'} */ figure) => {
      const empties = of('empty', work, figure);
      return of('full', work, figure).map((value, at) => value / (empties[at] ?? NaN));
    };
    const works = /** @type {const} */ ([
      ['sign', `sign at ${RATES.sign}/s`],
      ['counter', `counter at ${RATES.counter}/s`],
      ['saturated', 'sign, 50 connections'],
    ]);
    const figures = /** @type {const} */ ([
      ['cpu', 'CPU, µs'],
      ['p50', 'p50, ms'],
      ['p95', 'p95, ms'],
      ['p99', 'p99, ms'],
    ]);
    return {
      claims: [
        atMost('sign: CPU, times that of an empty table', times('sign', 'cpu'), MOST_TIMES),
        atMost('sign: p50, times that of an empty table', times('sign', 'p50'), MOST_TIMES),
        atMost('counter: CPU, times that of an empty table', times('counter', 'cpu'), MOST_TIMES),
        atMost('counter: p50, times that of an empty table', times('counter', 'p50'), MOST_TIMES),
        atMost('sign: p95 at 100/s', of('full', 'sign', 'p95'), SIGN_P95_MS[bench.database], ' ms'),
        atMost('counter: p99', of('full', 'counter', 'p99'), 5, ' ms'),
        reported(
          'sign, 50 connections: CPU, times that of an empty table',
          times('saturated', 'cpu'),
        ),
      ],
      table: [
        ['', ...figures.flatMap(([, what]) => [`${what}, stored`, `${what}, empty`])],
        ...works.map(([work, what]) => [
          what,
          ...figures.flatMap(([figure]) => [
            withSpread(of('full', work, figure)),
            withSpread(of('empty', work, figure)),
          ]),
        ]),
      ],
      remarks: [
        `${bench.rows.toLocaleString('en')} signatures of ${ACTIONS} actions, half of them of the one that is signed and read.`,
      ],
    };
  },
};
