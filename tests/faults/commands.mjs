// @ts-check
/** The host's own commands, as an operator runs them, and killed at one step after the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Failure } from './failure.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {`${'before' | 'after'}:${number}`} KilledAt which commit (`killed-at-commit.mjs`)
 * @typedef {{ killed: boolean, said: string }} Run
 */

const PRELOAD = import.meta.resolve('./killed-at-commit.mjs');

/** What makes a process die at a commit. @param {KilledAt} killedAt */
export const dying = (killedAt) => ({
  NODE_OPTIONS: `--import ${PRELOAD}`,
  KILLED_AT: killedAt,
});

/**
 * @param {Place} place
 * @param {[script: string, ...args: string[]]} command one of the host's `scripts`, without its `.mjs`
 * @param {{ env?: Record<string, string>, input?: string, killedAt?: KilledAt }} [options]
 * @returns {Promise<Run>}
 * @throws Failure when it ended otherwise
 */
export const runCommand = async (
  place,
  [script, ...args],
  { env = {}, input = '', killedAt } = {},
) => {
  const child = spawn(process.execPath, [path.join('scripts', `${script}.mjs`), ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_NO_WARNINGS: '1',
      ...place.env,
      ...env,
      ...(killedAt ? dying(killedAt) : {}),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => void (said += String(chunk)));
  child.stdin.on('error', () => undefined).end(input);
  await once(child, 'close');
  const killed = child.signalCode === 'SIGKILL';
  if (!killed && child.exitCode !== 0)
    throw new Failure(`"${[script, ...args].join(' ')}" ended (${child.exitCode}).\n${said}`);
  return { killed, said };
};

/**
 * Runs a deed again and again, killed before and after its first commit, then its second, until one run
 * has fewer steps left than that and ends by itself.
 *
 * @param {(killedAt: KilledAt) => Promise<Run>} run
 * @param {() => Promise<void>} [between] what has to hold after each kill
 */
export const killedAtEachStep = async (run, between = async () => {}) => {
  let kills = 0;
  for (let step = 1; ; step += 1)
    for (const side of /** @type {const} */ (['before', 'after'])) {
      const { killed } = await run(`${side}:${step}`);
      if (!killed) return kills;
      kills += 1;
      await between();
    }
};
