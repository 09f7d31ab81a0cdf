// @ts-check
/** The host's own commands, as an operator runs them, and killed at one step after the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Failure, KILLED_HERE, expect } from './failure.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {`${'before' | 'after'}:${number}`} KilledAt which commit (`killed-at-commit.mjs`)
 * @typedef {{ killed: boolean, said: string }} Run
 * @typedef {'one' | 'more'} Pace `one`: each run comes one commit further than the one before, so each commit of the
 *   deed is killed at; `more`: each comes further than that, in one go
 * @typedef {{ kills: number, stages: Set<string> }} Progress
 */

const PRELOAD = import.meta.resolve('./killed-at-commit.mjs');
const LONGEST_MS = 300_000;
/** Of one deed, at most: one that comes no further would be killed for ever. */
const MOST_KILLS = 200;

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
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  // However the run ends, no command outlives it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => void (said += String(chunk)));
  child.stdin.on('error', () => undefined).end(input);
  await once(child, 'close');
  process.removeListener('exit', kill);
  const command = `"${[script, ...args].join(' ')}"`;
  // It ended itself, or was ended from here.
  expect(!child.killed, `${command} took longer than ${LONGEST_MS / 1000} s.\n${said}`);
  const killed = said.includes(KILLED_HERE);
  if (!killed && child.exitCode !== 0)
    throw new Failure(`${command} ended (${child.exitCode ?? child.signalCode}).\n${said}`);
  return { killed, said };
};

/**
 * Runs a deed again and again, killed before a commit, then behind it, until one run ends by itself.
 *
 * @param {(killedAt: KilledAt) => Promise<Run>} run
 * @param {() => Promise<string>} seen how far it is; throws when something does not hold there
 * @param {Pace} pace
 * @returns {Promise<Progress>}
 */
export const killedAtEachStep = async (run, seen, pace) => {
  let at = await seen();
  const stages = new Set([at]);
  let kills = 0;
  for (let step = 1; kills < MOST_KILLS;) {
    const from = at;
    for (const side of /** @type {const} */ (['before', 'after'])) {
      const { killed } = await run(`${side}:${step}`);
      if (!killed) return { kills, stages };
      kills += 1;
      at = await seen();
      stages.add(at);
    }
    // A commit that brought it no further, such as one that every run begins with, is passed.
    step = pace === 'more' || at === from ? step + 1 : 1;
  }
  throw new Failure(`After ${kills} kills it was at ${at} still.`);
};
