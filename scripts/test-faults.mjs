// @ts-check
/**
 * `npm run test:faults`: what must hold when things go wrong, on real processes and databases.
 *
 *   --short                 what a change must pass; minutes instead of hours
 *   --database postgres     on this database alone
 *   --case kill             this case alone
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals, makeFolder } from './at-exit.mjs';
import { checkNode } from './preflight.mjs';
import { build, install } from './prepare.mjs';
import { open, Refusal } from './terminal.mjs';

/** @typedef {import('../tests/faults/stage.js').Client} Client */

/** @type {Client[]} */
const DATABASES = ['sqlite', 'postgres'];

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      database: { type: 'string' },
      case: { type: 'string' },
    },
  });
  const clients = DATABASES.filter((client) => (values.database ?? client) === client);
  if (clients.length === 0) throw new Refusal('--database is either sqlite or postgres.');
  return { short: values.short, clients, name: values.case };
};

await open(async () => {
  const { short, clients, name } = readOptions();
  if (process.platform === 'win32')
    throw new Refusal('Processes are killed with signals here, which Windows does not have.');
  exitOnSignals();
  checkNode();
  await install();
  await build('plugin', 'web', 'host');

  const [{ CASES }, { playAll }] = await Promise.all([
    import('../tests/faults/cases/index.mjs'),
    import('../tests/faults/play.mjs'),
  ]);
  const cases = CASES.filter((each) => (name ?? each.name) === each.name);
  if (cases.length === 0)
    throw new Refusal(`--case is one of ${CASES.map((each) => each.name).join(', ')}.`);

  const folder = await makeFolder('faults');
  const outcomes = [];
  for (const client of clients)
    outcomes.push(...(await playAll(cases, client, path.join(folder, client), short)));
  const broken = outcomes.filter(({ kept }) => !kept).length;
  console.log(`\n${outcomes.length - broken} kept, ${broken} broken`);
  process.exit(broken > 0 ? 1 : 0);
});
