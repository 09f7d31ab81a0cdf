// @ts-check
/** Starts one contender in a process of its own, and looks at it from outside. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NEEDED } from '../scripts/environment.mjs';
import { ROWS } from './rows/index.mjs';

/**
 * @typedef {import('./contender.js').Side} Side
 * @typedef {import('./contender.js').Request} Request
 * @typedef {{ url: string, request: Request }} Listening
 * @typedef {object} Server
 * @property {Side} side
 * @property {Listening} listening
 * @property {() => Promise<number>} cpu milliseconds so far: user and system, all threads
 * @property {() => Promise<Record<string, number>>} counts
 * @property {() => Promise<number>} left
 * @property {() => Promise<void>} stop
 */

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));
/** Linux tells CPU time to programs in hundredths of a second, whatever its own clock does. */
const TICK_MS = 10;

const secrets = () =>
  Object.fromEntries(Object.entries(NEEDED).map(([k, { fresh }]) => [k, fresh()]));

/** User and system time of a process with all its threads, ended ones included. */
const cpuOf = async (/** @type {number} */ pid) => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets, and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

/**
 * @param {string} row
 * @param {0 | 1} index of the side
 * @param {string} folder its own
 * @param {Record<string, string>} database environment that leads to its own database
 * @returns {Promise<Server>}
 */
export const startServer = async (row, index, folder, database) => {
  const side = /** @type {Side} */ (ROWS[row]?.sides[index]);
  await mkdir(path.join(folder, 'public', 'uploads'), { recursive: true });
  const { appDir, distDir } = await side.contender.lay(folder);
  const child = fork(SERVE, [row, String(index), distDir], {
    cwd: appDir,
    execArgv: process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ENV_PATH: path.join(folder, 'no.env'),
      PUBLIC_DIR: path.join(folder, 'public'),
      MAIL_DIR: path.join(folder, 'mail'),
      ERASURE_JOURNAL: path.join(folder, 'erasures.log'),
      PUBLIC_URL: 'https://act.example.org',
      // One address sends everything, which is what limits are there to stop.
      CAMPAIGN_ACTIONS_RATE_LIMIT: 'off',
      STRAPI_TELEMETRY_DISABLED: 'true',
      ...secrets(),
      ...database,
    },
  });
  // However the run ends, no server outlives it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => void (log = (log + String(chunk)).slice(-10_000)));

  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server of "${side.contender.name}" ended (${code}).\n${log}`);
  });
  // Whoever waits for an answer hears of it; between two questions nobody does.
  ended.catch(() => undefined);
  const next = async () => {
    const message = /** @type {unknown[]} */ (await Promise.race([once(child, 'message'), ended]));
    return message[0];
  };
  const ask = (/** @type {string} */ what) => {
    child.send(what);
    return next();
  };

  const listening = /** @type {Listening} */ (await next());
  return {
    side,
    listening,
    cpu: () => cpuOf(child.pid ?? 0),
    counts: async () => /** @type {Record<string, number>} */ (await ask('counts')),
    left: async () => /** @type {number} */ (await ask('left')),
    async stop() {
      child.send('stop');
      await once(child, 'exit');
      process.removeListener('exit', kill);
    },
  };
};
