// @ts-check
/** The sides of a row in turns, A B C A B C, each in its own process, the others idle. */
import { Disagreement, agree } from './disagreement.mjs';
import { atLeast, withSpread } from './figures.mjs';
import { takeTurn } from './turn.mjs';

/**
 * @typedef {import('./turn.mjs').Turn} Turn
 * @typedef {import('./row.js').Bench} Bench
 * @typedef {import('./row.js').Server} Server
 * @typedef {import('./row.js').Request} Request
 * @typedef {object} Player
 * @property {Server} server
 * @property {Request} request
 * @property {string} [name] the server's, if it does not play twice
 * @property {number} [already] requests that it accepted before
 * @property {number} [most] requests in a turn, where each leaves something to be done
 * @property {() => Promise<unknown[]>} [bodies] for the next turn, made beforehand
 * @property {() => Promise<void>} [before] each turn
 * @property {(accepted: number) => Record<string, number>} [counts] what must be stored then
 * @property {(body: Buffer) => number} [total] what an answer says
 * @property {number} [expectedTotal]
 * @typedef {{ what: string, of: keyof Turn, against: string, least: number }} Target how many times better
 */

/** Enough for what answers slowly; the rest of the warm-up is an unrecorded turn. */
const WARM_UP = { quick: 50, full: 3000 };
const FEWEST_IN_A_TURN = 100;
const LONGEST_WARM_UP_SECONDS = 3;
const MOST_IN_A_TURN = 500_000;

/** Each figure: what it is called, where it stands, whether more of it is better. @type {[string, 'cpu' | 'cpuInAll' | 'perSecond' | 'p50' | 'p99', boolean][]} */
const FIGURES = [
  ['CPU per request, µs', 'cpu', false],
  ['CPU per request with what it left to be done, µs', 'cpuInAll', false],
  ['requests/s', 'perSecond', true],
  ['p50, ms', 'p50', false],
  ['p99, ms', 'p99', false],
];

/** @param {Bench} bench @param {Player} player */
const inTurns = (bench, player) => {
  const { server, request, name = server.name } = player;
  /** @type {Turn[]} */
  const turns = [];
  let accepted = player.already ?? 0;
  let perSecond = 0;

  const amountFor = (/** @type {number} */ seconds) => {
    const wanted = Math.max(Math.round(perSecond * seconds), FEWEST_IN_A_TURN);
    return Math.min(wanted, player.most ?? MOST_IN_A_TURN);
  };

  const take = async (/** @type {number} */ amount) => {
    await player.before?.();
    const bodies = await player.bodies?.();
    const turn = await takeTurn(server, { request, bodies, amount: bodies?.length ?? amount });
    accepted += turn.amount;
    perSecond = turn.perSecond;
    const expected = player.counts?.(accepted);
    if (expected) agree(name, await server.ask('counts'), expected);
    const total = player.total?.(turn.body);
    if (total !== player.expectedTotal)
      throw new Disagreement(`${name} says ${total} and should say ${player.expectedTotal}.`);
    return turn;
  };

  return {
    name,
    turns,
    /** Until the compiler has seen the load. */
    async warmUp() {
      await take(bench.quick ? WARM_UP.quick : WARM_UP.full);
      if (!bench.quick) await take(amountFor(LONGEST_WARM_UP_SECONDS));
    },
    /** A turn has a fixed number of requests, so that none is cut off and all can be counted. */
    async play() {
      const turn = await take(amountFor(bench.seconds));
      turns.push(turn);
      const { cpu, p50, p99 } = turn;
      bench.say(
        `${name.padEnd(28)} CPU ${cpu.toFixed(0).padStart(6)} µs   ${turn.perSecond.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`,
      );
    },
  };
};

/** How many times better the first is, in the turns that stand side by side. */
const ratiosOf = (
  /** @type {Turn[]} */ ours,
  /** @type {Turn[]} */ theirs,
  /** @type {(typeof FIGURES)[number]} */ [, key, moreIsBetter],
) =>
  ours.map((turn, at) => {
    const ratio = turn[key] / (theirs[at]?.[key] ?? NaN);
    return moreIsBetter ? ratio : 1 / ratio;
  });

/**
 * @param {Bench} bench
 * @param {Player[]} players ours first
 * @param {Target[]} targets
 * @returns {Promise<import('./row.js').Outcome>}
 * @throws Disagreement
 */
export const sideBySide = async (bench, players, targets) => {
  const all = players.map((player) => inTurns(bench, player));
  for (const each of all) await each.warmUp();
  for (let round = 0; round < bench.turns; round += 1) for (const each of all) await each.play();

  const [ours, ...others] = all;
  const turnsOf = (/** @type {string} */ name) =>
    all.find((each) => each.name === name)?.turns ?? [];
  const head = [
    '',
    ...all.map(({ name }) => name),
    ...others.map(({ name }) => `ratio to ${name}`),
  ];
  const lines = FIGURES.map((figure) => [
    figure[0],
    ...all.map(({ turns }) => withSpread(turns.map((turn) => turn[figure[1]]))),
    ...others.map(({ turns }) => withSpread(ratiosOf(ours?.turns ?? [], turns, figure))),
  ]);
  const claims = targets.map(({ what, of: key, against, least }) => {
    const figure = FIGURES.find(([, name]) => name === key);
    if (!figure) throw new Error(`There is no figure ${key}.`);
    return atLeast(what, ratiosOf(ours?.turns ?? [], turnsOf(against), figure), least);
  });
  return { claims, table: [head, ...lines], remarks: [] };
};
