// @ts-check
/** One node of the host in a process of its own, seen from outside. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.mjs';
import { Failure, KILLED_HERE, Killed } from './failure.mjs';

/**
 * @typedef {'content' | 'crowd' | 'half-way' | 'ledger-apart' | 'pages' | 'unsynced'} Double a module of `doubles`
 * @typedef {object} NodeOptions
 * @property {number} [port] the one of a node that has ended; else a free one
 * @property {Double} [double]
 * @property {Record<string, string>} [env] added to its environment
 * @property {string[]} [through] a program that starts it, with its arguments
 *
 * @typedef {object} Node
 * @property {number} port
 * @property {() => string} log what it printed last
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {Promise<number | null>} ended its exit code; null when a signal ended it
 * @property {(message: unknown) => Promise<unknown>} ask its double
 * @property {() => Promise<void>} kill at once, as a power cut would
 * @property {() => Promise<void>} stop in order
 */

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));
const LONGEST_BOOT_MS = 120_000;
const KEPT_LOG = 20_000;

/**
 * @param {Record<string, string>} env
 * @param {NodeOptions} [options]
 * @returns {Promise<Node>}
 */
export const startNode = async (
  env,
  { port, double = undefined, env: more = {}, through = [] } = {},
) => {
  const at = port ?? (await freePort());
  const [execPath = '', ...execArgv] = [...through, process.execPath];
  const child = fork(SERVE, double ? [double] : [], {
    execPath,
    execArgv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...env, ...more, PORT: String(at) },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => void (log = (log + String(chunk)).slice(-KEPT_LOG)));

  // However the run ends, no node outlives it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  /** @type {Promise<number | null>} */
  const ended = once(child, 'exit').then((/** @type {unknown[]} */ [code]) => {
    process.removeListener('exit', kill);
    return /** @type {number | null} */ (code);
  });

  // With the last of what it printed.
  const closed = once(child, 'close');

  const next = async () => {
    const patience = AbortSignal.timeout(LONGEST_BOOT_MS);
    const message = once(child, 'message', { signal: patience });
    const unasked = closed.then(() => {
      const code = child.exitCode;
      const How = log.includes(KILLED_HERE) ? Killed : Failure;
      throw new How(`A node ended unasked (${code ?? child.signalCode}).\n${log}`);
    });
    const said = /** @type {unknown[]} */ (await Promise.race([message, unasked]));
    return said[0];
  };
  try {
    await next();
  } catch (error) {
    kill();
    throw error;
  }
  return {
    port: at,
    log: () => log,
    signal: (signal) => void child.kill(signal),
    ended,
    ask(message) {
      // That it is gone by now is told to whoever waits for the answer.
      child.send(/** @type {import('node:child_process').Serializable} */ (message), () => {});
      return next();
    },
    async kill() {
      kill();
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
