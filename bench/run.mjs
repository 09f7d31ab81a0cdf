// @ts-check
/**
 * `npm run bench`: the plugin side by side with what a site would build without it, and with the
 * least that any server could be.
 *
 *   --quick                  fewer and shorter turns, within five minutes in all; nothing is noted down
 *   --database sqlite        on this database alone; else on both, what differs between them
 *   --row sign               this row alone
 *   --turns 2 --seconds 3    of each side, and about how long one is
 *   --rows 1000000           how many stored signatures are generated for the row of many of them
 */
import { parseArgs } from 'node:util';
import { exitOnSignals, makeFolder } from '../scripts/at-exit.mjs';
import { checkNode } from '../scripts/preflight.mjs';
import { build, install } from '../scripts/prepare.mjs';
import { open, Refusal } from '../scripts/terminal.mjs';

/** @typedef {import('./row.js').Database} Database */

/** @type {Database[]} */
const ALL = ['sqlite', 'postgres'];
const FULL = { quick: false, turns: 5, seconds: 10, rows: 10_000_000 };
const QUICK = { quick: true, turns: 1, seconds: 1, rows: 100_000 };

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      database: { type: 'string' },
      row: { type: 'string' },
      rows: { type: 'string' },
      turns: { type: 'string' },
      seconds: { type: 'string' },
    },
  });
  const databases = ALL.filter((each) => each === (values.database ?? each));
  if (databases.length === 0) throw new Refusal('--database is either sqlite or postgres.');
  const length = values.quick ? QUICK : FULL;
  const number = (
    /** @type {'rows' | 'turns' | 'seconds'} */ name,
    /** @type {number} */ least,
  ) => {
    const value = Number(values[name] ?? length[name]);
    if (Number.isInteger(value) && value >= least) return value;
    throw new Refusal(`--${name} is a whole number from ${least} up.`);
  };
  const chosen = {
    rows: number('rows', 1000),
    turns: number('turns', 1),
    seconds: number('seconds', 1),
  };
  return { databases, row: values.row, length: { ...length, ...chosen } };
};

await open(async () => {
  const { databases, row, length } = readOptions();
  exitOnSignals();
  checkNode();
  await install();
  await build('plugin', 'web', 'host');

  const [{ DATABASES }, { ROWS }, { makeBench }, { makeReport }] = await Promise.all([
    import('./databases.mjs'),
    import('./rows/index.mjs'),
    import('./bench.mjs'),
    import('./report.mjs'),
  ]);
  if (row && !(row in ROWS)) throw new Refusal(`--row is one of ${Object.keys(ROWS).join(', ')}.`);
  const chosen = Object.entries(ROWS).filter(([name]) => name === (row ?? name));

  const folder = await makeFolder('bench');
  const report = makeReport(length);
  for (const database of databases) {
    const here = chosen.filter(([, { databases: on }]) => on.includes(database));
    if (here.length === 0) continue;
    const server = await DATABASES[database]();
    for (const [name, { title, play }] of here) {
      console.log(`\n${title} (${database}):`);
      const { bench, close } = makeBench(name, folder, server, { ...length, database });
      const loadBefore = report.load() ?? '';
      await play(bench).then(
        (outcome) => report.add(name, database, outcome, loadBefore),
        (error) => report.fail(`${title} (${database})`, error),
      );
      await close();
    }
    await server.stop();
  }
  // What is slow is for a person to judge; what is wrong is not.
  if (report.failures.length > 0)
    throw new Refusal(`\nWrong results: ${report.failures.join(', ')}.`);
});
