// @ts-check
/**
 * What runs have found, row by row in `results.json`, and the page that is written from it: a run of
 * one row leaves what is known about the others.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { ROWS } from './rows/index.mjs';

/**
 * @typedef {import('./row.js').Outcome} Outcome
 * @typedef {import('./row.js').Claim} Claim
 * @typedef {Outcome & { database: string, how: string }} Result
 * @typedef {Record<string, Partial<Record<import('./row.js').Database, Result>>>} Results by row
 */

const FILE = new URL('results.json', import.meta.url);
const PAGE = new URL('results.md', import.meta.url);
const NOTES = new URL('notes.md', import.meta.url);

const TITLES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

const HEAD = `# Benchmark

Written by \`npm run bench\`. Each contender is a server process of its own in production mode on a
fresh database of the same settings, as durable as in production; they take turns under the same load,
50 connections as fast as they are answered. Each figure is the median of the turns, with the lowest
and the highest behind it; a ratio says how many times better the plugin is, in the turns that stand
side by side. A run fails when one answer is not as it should be, or when rows, ledger or mails do
not agree with the number of accepted requests.

CPU is user and system time of the server's process, all threads, divided by the requests of the turn.
Absolute figures belong to the machine and to what else it did; only ratios of one run compare.
`;

/** @param {string[][]} lines the first holds the headings */
const table = (lines) => {
  const [head = [], ...body] = lines;
  return [head, head.map(() => '---'), ...body]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

const verdict = (/** @type {Claim} */ { met }) => (met === null ? '' : met ? 'met' : '**not met**');

const load = () => os.loadavg()[0]?.toFixed(1);

const machine = () => {
  /** @type {unknown} */
  const required = createRequire(import.meta.url)('@strapi/strapi/package.json');
  const { version } = /** @type {{ version: string }} */ (required);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim()}), ${os.platform()} ${os.arch()}, Node ${process.versions.node}, Strapi ${version}`;
};

/** @returns {Results} */
const read = () => {
  /** @type {unknown} */
  const results = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  return /** @type {Results} */ (results);
};

/** What was tried and why, for rows that do not meet their target: `## name` and a text. */
const notes = () =>
  new Map(
    (existsSync(NOTES) ? readFileSync(NOTES, 'utf8') : '')
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [name = '', ...text] = section.split('\n');
        return [name.trim(), text.join('\n').trim()];
      }),
  );

/** @param {Results} results in the order of the rows */
const pageOf = (results) => {
  const known = Object.keys(ROWS).flatMap((name) =>
    Object.values(results[name] ?? {}).map((result) => ({ name, result })),
  );
  const summary = known.flatMap(({ name, result: { database, claims } }) =>
    claims.map((claim) => [
      ROWS[name]?.title ?? '',
      database,
      claim.what,
      claim.target,
      claim.measured,
      verdict(claim),
    ]),
  );
  const reasons = notes();
  const sections = Object.entries(ROWS).flatMap(([name, { title }]) => {
    const here = Object.values(results[name] ?? {});
    if (here.length === 0) return [];
    const details = here.flatMap(({ database, how, table: lines, remarks }) => [
      `### ${database}`,
      `${how}.`,
      ...(lines.length > 1 ? [table(lines)] : []),
      ...remarks,
    ]);
    return [`## ${title}`, ...(reasons.get(name) ? [reasons.get(name)] : []), ...details];
  });
  const head = ['work', 'database', 'what', 'target', 'measured', ''];
  return `${[HEAD, table([head, ...summary]), ...sections].join('\n\n')}\n`;
};

/** @param {{ quick: boolean, turns: number, seconds: number }} length a quick run is shown and not noted down */
export const makeReport = ({ quick, turns, seconds }) => {
  const results = quick ? {} : read();
  /** @type {string[]} */
  const failures = [];
  return {
    /** @param {string} name of the row @param {import('./row.js').Database} database @param {Outcome} outcome @param {string} loadBefore */
    add(name, database, outcome, loadBefore) {
      const how = `${machine()}; load ${loadBefore} before and ${load()} after; ${turns} turns of about ${seconds} s`;
      results[name] = {
        ...results[name],
        [database]: { database: TITLES[database], how, ...outcome },
      };
      if (outcome.table.length > 1) console.log(`\n${table(outcome.table)}\n`);
      for (const claim of outcome.claims)
        // So few requests say nothing about speed.
        console.log(
          `  ${claim.what}: ${claim.measured} (${claim.target}) ${quick ? '' : verdict(claim)}`,
        );
      if (quick) return;
      writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
      writeFileSync(PAGE, pageOf(results));
    },
    /** @param {string} title of the row @param {unknown} error */
    fail: (title, error) => {
      failures.push(title);
      console.error(
        `  ✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    },
    failures,
    load,
  };
};
