// @ts-check
/** What the doors say to a person at a terminal, or to the log of a machine. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A reason to stop that needs no stack: one clear sentence. */
export class Refusal extends Error {}

const seconds = (/** @type {number} */ since) => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * Shows that something is under way: a moving line for a person, a line every half minute for a log.
 *
 * @param {string} title
 * @param {number} start
 * @returns {() => void} ends it
 */
const progress = (title, start) => {
  if (process.stdout.isTTY) {
    const draw = () => process.stdout.write(`\r\x1b[2K… ${title} (${seconds(start)})`);
    draw();
    const timer = setInterval(draw, 1000);
    return () => {
      clearInterval(timer);
      process.stdout.write('\r\x1b[2K');
    };
  }
  console.log(`… ${title}`);
  const timer = setInterval(() => console.log(`… ${title} (${seconds(start)})`), 30_000);
  return () => clearInterval(timer);
};

/**
 * Runs one long step. Its own output is shown only when it fails.
 *
 * @param {string} title
 * @param {[string, ...string[]]} command
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export const attempt = async (title, [program, ...args], env = {}) => {
  const start = Date.now();
  const end = progress(title, start);
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // On Windows npm is a script, which only a shell can start.
    shell: process.platform === 'win32',
  });
  let output = '';
  const note = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  /** @type {boolean} */
  const ok = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  end();
  console.log(`${ok ? '✓' : '✗'} ${title} (${seconds(start)})`);
  if (!ok) console.log(`\n${output.trimEnd()}\n`);
  return { ok, output };
};

/** What the fuzz corpora said: how many cases, with which seed. @param {string} output */
export const playedIn = (output) => output.split('\n').filter((line) => /^F-\d/.test(line));

/**
 * Like `attempt`, for a step that nothing can go on without.
 *
 * @param {string} title
 * @param {[string, ...string[]]} command
 */
export const step = async (title, command) => {
  const { ok } = await attempt(title, command);
  if (!ok) throw new Refusal(`"${title}" failed; its output stands above.`);
};

/**
 * Runs a door: what it refuses is said in one sentence, what breaks keeps its stack.
 *
 * @param {() => Promise<void> | void} door
 */
export const open = async (door) => {
  try {
    process.chdir(fileURLToPath(new URL('..', import.meta.url)));
    await door();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
};
