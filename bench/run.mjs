// @ts-check
/**
 * `npm run bench`: the plugin side by side with what a site would build without it.
 *
 *   --quick                  fewer and shorter turns; ends within five minutes
 *   --database postgres      instead of sqlite
 *   --row sign               this row alone
 */
import { mkdtemp, realpath } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode } from '../scripts/preflight.mjs';
import { build, install } from '../scripts/prepare.mjs';
import { open, Refusal } from '../scripts/terminal.mjs';

const TITLES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
const LONG = { turns: 5, seconds: 10 };
const QUICK = { turns: 3, seconds: 8 };

/** @typedef {keyof typeof TITLES} Client */

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      database: { type: 'string', default: 'sqlite' },
      row: { type: 'string' },
    },
  });
  const { database, quick, row } = values;
  if (!(database in TITLES)) throw new Refusal('--database is either sqlite or postgres.');
  return { client: /** @type {Client} */ (database), length: quick ? QUICK : LONG, row };
};

const makeFolder = async () => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'campaign-actions-bench-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

await open(async () => {
  const { client, length, row } = readOptions();
  if (process.platform !== 'linux')
    throw new Refusal('The benchmark reads CPU time from /proc, which only Linux has.');
  // Whatever was started ends with this process, which must therefore end itself.
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]))
    process.once(signal, () => process.exit(code));
  checkNode();
  await install();
  await build('plugin', 'host');

  const [{ DATABASES }, { ROWS }, { playRow }, { writeReport }] = await Promise.all([
    import('./databases.mjs'),
    import('./rows/index.mjs'),
    import('./side-by-side.mjs'),
    import('./report.mjs'),
  ]);
  if (row && !(row in ROWS)) throw new Refusal(`--row is one of ${Object.keys(ROWS).join(', ')}.`);

  const folder = await makeFolder();
  const databases = await DATABASES[client]();
  /** @type {import('./report.mjs').Results} */
  const results = {};
  for (const name of row ? [row] : Object.keys(ROWS))
    results[name] = await playRow(name, databases, folder, length);
  await databases.stop();
  console.log(`\n${writeReport(TITLES[client], length, results)}`);
});
