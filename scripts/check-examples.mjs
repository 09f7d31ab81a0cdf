// @ts-check
/**
 * `npm run examples:check`: installs each example with its framework in a folder of its own, checks
 * its types and builds it, with the client as it would be published. `-- nextjs` checks that one.
 */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, install } from './prepare.mjs';
import { Refusal, attempt, open } from './terminal.mjs';

const WEB = 'clients/web';

const examples = async () => {
  const all = await readdir('examples', { withFileTypes: true });
  // The plain one has nothing to be installed.
  const names = all.flatMap((each) =>
    each.isDirectory() && each.name !== 'plain' ? [each.name] : [],
  );
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown) throw new Refusal(`There is no example ${unknown}. There are ${names.join(', ')}.`);
  return asked.length > 0 ? asked : names;
};

/** @param {string} name @param {string} folder */
const check = async (name, folder) => {
  const at = ['--prefix', path.join(folder, 'examples', name)];
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', CI: 'true' };
  /** @type {[string, [string, ...string[]]][]} */
  const steps = [
    ['installing', ['npm', 'install', '--no-audit', '--no-fund', ...at]],
    ['checking types', ['npm', 'run', 'check', ...at]],
    ['building', ['npm', 'run', 'build', '--if-present', ...at]],
  ];
  for (const [deed, command] of steps) {
    const { ok } = await attempt(`${name}: ${deed}`, command, quiet);
    if (!ok) return false;
  }
  return true;
};

await open(async () => {
  const names = await examples();
  await install();
  await build('web');
  const folder = await mkdtemp(path.join(tmpdir(), 'campaign-actions-examples-'));
  try {
    for (const part of [`${WEB}/package.json`, `${WEB}/README.md`, `${WEB}/dist`, 'examples'])
      await cp(part, path.join(folder, part), {
        recursive: true,
        filter: (from) => path.basename(from) !== 'node_modules',
      });
    for (const name of names) if (!(await check(name, folder))) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
