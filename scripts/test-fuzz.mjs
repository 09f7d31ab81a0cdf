// @ts-check
/**
 * `npm run test:fuzz`: what must hold whatever is sent, by the ten thousand; some minutes. A short
 * form of it is part of `npm test`.
 *
 *   --only F-3       this corpus alone
 *   --cases 1000     so many of each
 *   --seed 42        the very cases of another run
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { checkNode } from './preflight.mjs';
import { build, install } from './prepare.mjs';
import { attempt, open, playedIn, Refusal } from './terminal.mjs';

const CORPORA = ['F-1', 'F-2', 'F-3', 'F-4', 'F-5', 'F-7', 'F-8', 'F-10', 'F-11'];

const readOptions = () => {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, cases: { type: 'string' }, seed: { type: 'string' } },
  });
  const chosen = CORPORA.filter((id) => (values.only ?? id) === id);
  if (chosen.length === 0) throw new Refusal(`--only is one of ${CORPORA.join(', ')}.`);
  const number = (/** @type {'cases' | 'seed'} */ name) => {
    const value = values[name];
    if (value === undefined || /^\d{1,10}$/.test(value)) return value;
    throw new Refusal(`--${name} is a whole number.`);
  };
  return { chosen, cases: number('cases'), seed: number('seed') ?? String(randomInt(2 ** 31)) };
};

const JEST = ['jest', '--forceExit', '--selectProjects', 'stories', '--testPathPatterns'];

/** Tells what was played; of what breaks a promise, the case as well. @returns {Promise<boolean>} */
const play = async (/** @type {string} */ id, /** @type {Record<string, string>} */ env) => {
  const command = ['npm', 'exec', '--', ...JEST, 'tests/fuzz/'];
  const { ok, output } = await attempt(id, /** @type {[string, ...string[]]} */ (command), {
    DATABASE_CLIENT: 'sqlite',
    FUZZ: 'full',
    FUZZ_ONLY: id,
    ...env,
  });
  if (ok) console.log(playedIn(output).join('\n'));
  return ok;
};

await open(async () => {
  const { chosen, cases, seed } = readOptions();
  checkNode();
  await install();
  await build('plugin', 'web', 'host');
  const env = { FUZZ_SEED: seed, ...(cases && { FUZZ_CASES: cases }) };
  let broken = 0;
  for (const id of chosen) if (!(await play(id, env))) broken += 1;
  console.log(`\n${chosen.length - broken} corpora without a broken promise, ${broken} with one`);
  process.exit(broken > 0 ? 1 : 0);
});
