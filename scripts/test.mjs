// @ts-check
/**
 * `npm test`: everything that a change must pass, from a fresh clone, stopping at the first failure.
 * `npm run test:browser` (`-- --browser`): what needs Chromium, and nothing else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checkNode } from './preflight.mjs';
import { build, install } from './prepare.mjs';
import { attempt, open, playedIn, Refusal } from './terminal.mjs';

/**
 * @typedef {{ title: string, project: string, env: Record<string, string>, only?: string }} Suite
 * @typedef {{ title: string, passed: number, failed: number }} Count
 * @typedef {Record<'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites', number>} Report
 */

/** @type {Suite[]} */
const SUITES = [
  { title: 'Unit tests', project: 'unit', env: {} },
  { title: 'Stories on SQLite', project: 'stories', env: { DATABASE_CLIENT: 'sqlite' } },
  { title: 'Stories on PostgreSQL', project: 'stories', env: { DATABASE_CLIENT: 'postgres' } },
  {
    title: 'Stories without the early path',
    project: 'stories',
    env: { DATABASE_CLIENT: 'sqlite', CAMPAIGN_ACTIONS_EARLY_PATH: 'off' },
    only: 'tests/(bad-input|cors|headers|leaks|reads|signing|stream|traces)',
  },
];

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** @type {Suite} */
const BROWSER = {
  title: 'Stories in Chromium',
  project: 'browser',
  env: { DATABASE_CLIENT: 'sqlite' },
};

const REPORT = '.tmp/tests.json';

/** @param {Suite} suite @returns {Promise<Count>} */
const run = async ({ title, project, env, only }) => {
  rmSync(REPORT, { force: true });
  const which = only ? ['--testPathPatterns', only] : [];
  const jest = ['jest', '--selectProjects', project, '--maxWorkers=2', ...which];
  const { ok, output } = await attempt(
    title,
    ['npm', 'exec', '--', ...jest, '--json', `--outputFile=${REPORT}`],
    env,
  );
  for (const line of playedIn(output)) console.log(`  ${line}`);
  // Jest writes no report when it cannot even begin, for example when a database does not start.
  if (!existsSync(REPORT)) return { title, passed: 0, failed: 1 };
  /** @type {unknown} */
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = /** @type {Report} */ (
    report
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { title, passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
};

/** @param {Count[]} counts */
const close = (counts) => {
  const sum = (/** @type {'passed' | 'failed'} */ what) =>
    counts.reduce((total, count) => total + count[what], 0);
  const width = Math.max(...counts.map(({ title }) => title.length));
  const lines = counts.map(
    ({ title, passed, failed }) => `${title.padEnd(width)}  ${passed} passed, ${failed} failed`,
  );
  console.log(`\n${lines.join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
};

/** @type {[string, [string, ...string[]]][]} */
const CHECKS = [
  ['Checking types', ['npm', 'run', 'typecheck']],
  ['Linting', ['npm', 'run', 'lint']],
  ['Verifying the package', ['npm', 'run', 'verify', '-w', 'strapi-plugin-campaign-actions']],
];

/** Runs until something fails. @param {Suite[]} suites @returns {Promise<Count[]>} */
const runAll = async (suites) => {
  /** @type {Count[]} */
  const counts = [];
  for (const suite of suites) {
    const count = await run(suite);
    counts.push(count);
    if (count.failed > 0) break;
  }
  return counts;
};

/** @returns {Promise<Count[]>} what failed */
const check = async () => {
  for (const [title, command] of CHECKS) {
    const { ok } = await attempt(title, command);
    if (!ok) return [{ title, passed: 0, failed: 1 }];
  }
  return [];
};

await open(async () => {
  const browserOnly = process.argv.includes('--browser');
  const hasBrowser = existsSync(CHROMIUM);
  if (browserOnly && !hasBrowser)
    throw new Refusal(
      `There is no Chromium at ${CHROMIUM}. Install it (on Debian: apt-get install chromium), or name another in CHROMIUM.`,
    );
  checkNode();
  await install();
  mkdirSync('.tmp', { recursive: true });
  await build('plugin', 'web', 'host', ...(hasBrowser ? [/** @type {const} */ ('panel')] : []));
  if (browserOnly) return close(await runAll([BROWSER]));
  const failed = await check();
  close(failed.length > 0 ? failed : await runAll([...SUITES, ...(hasBrowser ? [BROWSER] : [])]));
  if (!hasBrowser) console.log(`\nNot run: ${BROWSER.title}, since there is none at ${CHROMIUM}.`);
  if (spawnSync('redis-server', ['--version']).status !== 0)
    console.log('\nNot run: limits that servers share, since no redis-server is installed.');
});
