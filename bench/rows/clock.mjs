// @ts-check
/**
 * T-21: whether the time of an answer tells who signed before, or asked to be left in peace. One
 * connection, one request after the other, in random order.
 */
import { servePlugin } from '../contenders/plugin.mjs';
import { agree } from '../disagreement.mjs';
import { atMost, median, quantile, readable } from '../figures.mjs';
import { SIGNATURE } from '../contenders/signature.mjs';
import { send } from '../sender.mjs';
import { requestOf } from '../server.mjs';
import { rest } from '../turn.mjs';

/**
 * @typedef {import('../row.js').Server} Server
 * @typedef {'new' | 'repeated' | 'suppressed'} Kind
 */

/** @type {Kind[]} */
const KINDS = ['new', 'repeated', 'suppressed'];
const EACH = { quick: 100, full: 5000 };
const KNOWN = 50;
const WARM_UP = 50;
const MOST_T = 4.5;
const MOST_APART_MS = 0.5;
/** The slowest are cut off: they were waiting for something else. */
const KEPT = 0.95;

const asked = { name: 'confirmation asked', serve: servePlugin('required') };
const counted = { name: 'counted at once', serve: servePlugin('none') };

const addressOf = (/** @type {Kind} */ kind, /** @type {number} */ at) =>
  `${kind.padEnd(10, '-')}${String(at).padStart(6, '0')}@example.org`;

const bodyOf = (/** @type {Kind} */ kind, /** @type {number} */ at) => ({
  data: { ...SIGNATURE, email: addressOf(kind, kind === 'new' ? at : at % KNOWN) },
});

const shuffled = (/** @type {Kind[]} */ kinds) => {
  for (let at = kinds.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [kinds[at], kinds[other]] = [
      /** @type {Kind} */ (kinds[other]),
      /** @type {Kind} */ (kinds[at]),
    ];
  }
  return kinds;
};

/** Some who said "this was not me", and some who signed. */
const prepare = async (/** @type {Server} */ server, /** @type {object} */ table) => {
  const request = requestOf(server, 'sign');
  const known = (/** @type {Kind} */ kind) =>
    Array.from({ length: KNOWN }, (_, at) => bodyOf(kind, at));
  await send(server.url, { request, amount: KNOWN, bodies: known('suppressed') });
  /** @type {string[]} */
  const tokens = await server.ask('tokens', { purpose: 'reject', ...table });
  const bodies = tokens.map((token) => ({ data: { token } }));
  await send(server.url, { request: requestOf(server, 'reject'), amount: KNOWN, bodies });
  await send(server.url, { request, amount: KNOWN, bodies: known('repeated') });
  await rest(server);
};

/** Milliseconds of each kind. @param {Server} server @param {number} each @param {number} from the first new address */
const measure = async (server, each, from) => {
  const kinds = shuffled(KINDS.flatMap((kind) => Array.from({ length: each }, () => kind)));
  const bodies = kinds.map((kind, at) => bodyOf(kind, from + at));
  const load = { request: requestOf(server, 'sign'), amount: kinds.length, bodies, connections: 1 };
  const { inOrder, latencies } = await send(server.url, load);
  const slowest = quantile(latencies, KEPT);
  const of = (/** @type {Kind} */ wanted) =>
    [...inOrder].filter((time, at) => kinds[at] === wanted && time <= slowest);
  return { new: of('new'), repeated: of('repeated'), suppressed: of('suppressed') };
};

const meanAndVariance = (/** @type {number[]} */ numbers) => {
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const squares = numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, error: squares / (numbers.length - 1) / numbers.length };
};

/** Welch's t. */
const tOf = (/** @type {number[]} */ one, /** @type {number[]} */ other) => {
  const [a, b] = [meanAndVariance(one), meanAndVariance(other)];
  return Math.abs(a.mean - b.mean) / Math.sqrt(a.error + b.error);
};

/** @type {import('../row.js').Row} */
export const clock = {
  title: 'What the time of an answer tells',
  databases: ['sqlite', 'postgres'],
  sides: { asked, counted },
  async play(bench) {
    const each = bench.quick ? EACH.quick : EACH.full;
    /** @type {import('../row.js').Outcome} */
    const outcome = { claims: [], table: [['median, ms', ...KINDS]], remarks: [] };
    for (const side of [asked, counted]) {
      const server = await bench.start(side);
      const table =
        side === asked
          ? { table: 'campaign_actions_submissions', state: 'waiting' }
          : { table: 'campaign_actions_register', state: 'counted' };
      await prepare(server, table);
      await measure(server, WARM_UP, 0);
      const times = await measure(server, each, WARM_UP * KINDS.length);
      const fresh = KNOWN + WARM_UP + each;
      agree(
        side.name,
        await server.ask('counts'),
        side === counted
          ? { 'rows in the register': fresh, 'signatures in the ledger': fresh }
          : { 'rows in the register': 0, submissions: KNOWN + fresh + WARM_UP + each },
      );
      for (const other of /** @type {const} */ (['repeated', 'suppressed'])) {
        const what = `${side.name}: ${other} against new`;
        const apart = Math.abs(median(times.new) - median(times[other]));
        outcome.claims.push(
          atMost(`${what}, t`, [tOf(times.new, times[other])], MOST_T),
          atMost(`${what}, medians apart`, [apart], MOST_APART_MS, ' ms'),
        );
      }
      outcome.table.push([side.name, ...KINDS.map((kind) => readable(median(times[kind])))]);
      await server.stop();
    }
    outcome.remarks.push(`${each} requests of each kind, the slowest twentieth of all cut off.`);
    return outcome;
  },
};
