// @ts-check
/** Starts one side in a process of its own, and looks at it from outside. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NEEDED } from '../scripts/environment.mjs';

/**
 * @typedef {import('./row.js').Server} Server
 * @typedef {import('./row.js').Home} Home
 * @typedef {Pick<Server, 'url' | 'requests'>} Listening
 * @typedef {{ answer?: unknown, error?: string }} Said
 */

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));
const LONGEST_STOP_MS = 30_000;

/** What `npm start` tells Node, for every side alike. @returns {string[]} */
const startOptions = () => {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { scripts } = /** @type {{ scripts: { start: string } }} */ (manifest);
  return scripts.start.match(/--max-\S+/g) ?? [];
};

const secrets = () =>
  Object.fromEntries(Object.entries(NEEDED).map(([k, { fresh }]) => [k, fresh()]));

/**
 * @param {string} folder its own
 * @param {Record<string, string>} database environment that leads to its own database
 * @returns {Promise<Home>}
 */
export const makeHome = async (folder, database) => {
  await mkdir(path.join(folder, 'public', 'uploads'), { recursive: true });
  return {
    folder,
    environment: {
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
  };
};

/**
 * @param {{ row: string, side: string, name: string }} which
 * @param {Home} home
 * @param {Pick<import('./row.js').Place, 'database' | 'like'>} place
 * @returns {Promise<Server>}
 */
export const startServer = async ({ row, side, name }, { folder, environment }, place) => {
  const begin = performance.now();
  const child = fork(SERVE, [row, side, JSON.stringify({ ...place, folder })], {
    execArgv: [...startOptions(), ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [])],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...environment },
  });
  // However the run ends, no server outlives it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => void (log = (log + String(chunk)).slice(-10_000)));

  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server of "${name}" ended (${code}).\n${log}`);
  });
  // Whoever waits for an answer hears of it; between two questions nobody does.
  ended.catch(() => undefined);
  const next = async () => {
    const message = /** @type {Said[]} */ (await Promise.race([once(child, 'message'), ended]));
    const [said] = message;
    if (said?.error) throw new Error(`${name}: ${said.error}`);
    return said?.answer;
  };
  const ask = (/** @type {string} */ what, /** @type {unknown} */ about) => {
    child.send({ what, about });
    return next();
  };

  const { url, requests } = /** @type {Listening} */ (await next());
  return {
    name,
    url,
    requests,
    bootedIn: performance.now() - begin,
    ask: (what, about) => /** @type {Promise<never>} */ (ask(what, about)),
    cpu: () => /** @type {Promise<number>} */ (ask('cpu', null)),
    async stop() {
      child.send({ what: 'stop' });
      const tooLong = setTimeout(kill, LONGEST_STOP_MS);
      await ended.catch(() => undefined);
      clearTimeout(tooLong);
      process.removeListener('exit', kill);
    },
  };
};

/** @param {Server} server @param {string} name */
export const requestOf = ({ name: server, requests }, name) => {
  const request = requests[name];
  if (!request) throw new Error(`${server} takes no request "${name}".`);
  return request;
};
