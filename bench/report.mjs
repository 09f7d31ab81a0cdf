// @ts-check
/** The table of a run, one section of `bench/results.md` per database. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { ROWS } from './rows/index.mjs';

/**
 * @typedef {import('./side-by-side.mjs').Played} Played
 * @typedef {import('./turn.mjs').Turn} Turn
 * @typedef {Record<string, [Played, Played]>} Results by row
 */

const FILE = new URL('results.md', import.meta.url);

const HEAD = `# Benchmark

Written by \`npm run bench\` (and \`npm run bench -- --database postgres\`). Each contender is a server
process of its own in production mode with a fresh database of the same settings; they take turns
under the same load, 50 connections as fast as they are answered. Each figure is the median of the
turns, with the lowest and the highest behind it. A run fails when database, ledger or mails
do not agree with the number of accepted requests, one by one.

- CPU: user and system time of the server's process, all threads, divided by the requests of the turn.
- CPU in all: the same until nothing was left to be done; for the plugin, until the last mail is written.
- Ratio: how many times better the plugin is, in the two turns that stand side by side.

Absolute figures belong to the machine and to what else it did; only ratios of one run compare.
`;

const sorted = (/** @type {number[]} */ numbers) => [...numbers].sort((a, b) => a - b);

const median = (/** @type {number[]} */ numbers) => {
  const inOrder = sorted(numbers);
  const at = (/** @type {number} */ index) => inOrder[index] ?? NaN;
  return (at(Math.floor((inOrder.length - 1) / 2)) + at(Math.ceil((inOrder.length - 1) / 2))) / 2;
};

const readable = (/** @type {number} */ value) =>
  value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

const withSpread = (/** @type {number[]} */ numbers) => {
  const inOrder = sorted(numbers);
  const ends = [inOrder[0] ?? NaN, inOrder.at(-1) ?? NaN].map(readable);
  return `${readable(median(numbers))} (${ends.join('–')})`;
};

/** Each figure: what it is called, where it stands, whether more of it is better. @type {[string, keyof Turn, boolean][]} */
const FIGURES = [
  ['requests/s', 'perSecond', true],
  ['p50, ms', 'p50', false],
  ['p99, ms', 'p99', false],
  ['CPU per request, ms', 'cpu', false],
  ['CPU in all per request, ms', 'cpuInAll', false],
];

const tableOf = (/** @type {string} */ title, /** @type {[Played, Played]} */ [ours, theirs]) => {
  const lines = FIGURES.map(([what, key, moreIsBetter]) => {
    const [a, b] = [ours, theirs].map(({ turns }) => turns.map((turn) => turn[key]));
    const ratios = (a ?? []).map((value, turn) => {
      const ratio = value / (b?.[turn] ?? NaN);
      return moreIsBetter ? ratio : 1 / ratio;
    });
    return `| ${what} | ${withSpread(a ?? [])} | ${withSpread(b ?? [])} | **${withSpread(ratios)}** |`;
  });
  return [
    `### ${title}\n`,
    `| | ${ours.name} | ${theirs.name} | ratio |`,
    '|---|---|---|---|',
    ...lines,
  ].join('\n');
};

const machine = () => {
  /** @type {unknown} */
  const required = createRequire(import.meta.url)('@strapi/strapi/package.json');
  const { version } = /** @type {{ version: string }} */ (required);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${os.availableParallelism()} cores (load ${os.loadavg()[0]?.toFixed(1)}), ${os.platform()} ${os.arch()}, Node ${process.versions.node}, Strapi ${version}`;
};

/** The sections that stand in the file already, by their title. @returns {Map<string, string>} */
const sections = () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n')[0] ?? '', section.trimEnd()]),
  );
};

/** @param {string} database @param {{ turns: number, seconds: number }} length @param {Results} results */
export const writeReport = (database, { turns, seconds }, results) => {
  const tables = Object.entries(results).map(([row, played]) =>
    tableOf(ROWS[row]?.title ?? row, played),
  );
  const how = `${machine()}; ${turns} turns of about ${seconds} s each.`;
  const all = sections().set(database, [database, how, ...tables].join('\n\n'));
  const text = [HEAD, ...[...all.values()].map((section) => `## ${section}\n`)].join('\n');
  writeFileSync(FILE, text);
  return tables.join('\n\n');
};
