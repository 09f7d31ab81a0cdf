import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import { transports } from 'winston';
import { type Database, freshDatabase } from './database';

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  /** The parsed body; null when it is no JSON. */
  body: Body;
  text: string;
}

/** An app between `stop` and `start`: its database, keys and folder are still there. */
export interface Stopped {
  start(env?: Record<string, string>, plugins?: object): Promise<App>;
}

/** A running Strapi, as compiled into `dist`, with a database and a mail folder of its own. */
export interface App {
  strapi: Core.Strapi;
  url: string;
  mailDir: string;
  /** Every line that Strapi logged, from `debug` up, whatever is printed. */
  logs: string[];
  get<Body = unknown>(path: string, init?: RequestInit): Promise<Answer<Body>>;
  /** Sends `body` as JSON. */
  post<Body = unknown>(path: string, body: unknown, init?: RequestInit): Promise<Answer<Body>>;
  /** A file of the app's own folder, which goes with the app. */
  file(name: string): string;
  /** Runs Strapi's own command line on this database; answers what it printed. @throws when it fails */
  command(args: string[], env?: Record<string, string>): Promise<string>;
  /**
   * Runs one of the host's own `scripts` on this database, with what somebody types there; answers
   * what it printed. @throws when it fails
   */
  script(
    name: string,
    args: string[],
    env?: Record<string, string>,
    input?: string,
  ): Promise<string>;
  /**
   * Stops this Strapi; what is started again has the same database, keys and mail folder, and
   * `plugins`, once, in place of the host's `config/plugins`.
   */
  stop(): Promise<Stopped>;
  restart(env?: Record<string, string>, plugins?: object): Promise<App>;
  /** Stops, and removes the database and the folder. */
  destroy(): Promise<void>;
}

const ROOT = path.resolve(__dirname, '..');
const secret = (): string => randomBytes(16).toString('base64');

/** Everything the app needs, made anew, so that no story depends on somebody's `.env`. */
const environment = (folder: string): Record<string, string> => ({
  NODE_ENV: 'production',
  ENV_PATH: path.join(folder, 'no.env'),
  HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
  APP_KEYS: `${secret()},${secret()}`,
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
  JWT_SECRET: secret(),
  CAMPAIGN_ACTIONS_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  PUBLIC_DIR: path.join(folder, 'public'),
  MAIL_DIR: path.join(folder, 'mail'),
  // A story signs from one address as often as it needs; those about limits switch them on.
  CAMPAIGN_ACTIONS_RATE_LIMIT: 'off',
  ERASURE_JOURNAL: path.join(folder, 'erasures.log'),
  PUBLIC_URL: 'https://act.example.org',
  CAMPAIGN_ACTIONS_SCRIPT_ORIGINS: 'https://cdn.example.org',
  STRAPI_TELEMETRY_DISABLED: 'true',
  // Strapi asks pg in a way that is deprecated; what a command prints is read by stories.
  NODE_NO_WARNINGS: '1',
});

const capture = (strapi: Core.Strapi): string[] => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  strapi.log.add(new transports.Stream({ stream, level: 'debug' }));
  return lines;
};

const listen = async (strapi: Core.Strapi): Promise<string> => {
  const { httpServer } = strapi.server;
  // Longer than any story is quiet: a connection closed just as it is used again is no story.
  httpServer.keepAliveTimeout = 300_000;
  strapi.server.mount();
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  return `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
};

/** A stream goes on and on: its first event stands for it, and then the client leaves. */
const firstEvent = async (body: ReadableStream<Uint8Array>): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body) {
    text += decoder.decode(part, { stream: true });
    if (/^data: .*\n\n/m.test(text)) break;
  }
  return text;
};

const textOf = (response: Response): Promise<string> =>
  response.body && response.headers.get('content-type') === 'text/event-stream'
    ? firstEvent(response.body)
    : response.text();

const fetchFrom = async <Body>(url: string, init: RequestInit): Promise<Answer<Body>> => {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await textOf(response);
  const json = response.headers.get('content-type')?.includes('json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    body: (json ? JSON.parse(text) : null) as Body,
    text,
  };
};

const STRAPI = path.join(ROOT, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');

const runNode = async (args: string[], env: NodeJS.ProcessEnv, input = ''): Promise<string> => {
  const running = promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  running.child.stdin?.end(input);
  const { stdout, stderr } = await running;
  return stdout + stderr;
};

const DIST = path.join(ROOT, 'dist');

/** The compiled host, with these plugins' settings in place of its own. */
const compileWith = async (plugins: object, to: string): Promise<void> => {
  await cp(path.join(DIST, 'config'), path.join(to, 'config'), { recursive: true });
  await symlink(path.join(DIST, 'src'), path.join(to, 'src'));
  const settings = `module.exports = ${JSON.stringify(plugins)};`;
  await writeFile(path.join(to, 'config', 'plugins.js'), settings);
};

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

const LONGEST_QUIET_MS = 10_000;

/**
 * Strapi tells of a publish after it has answered, and awaits that nowhere: a query of its own that
 * comes after the pool is gone would fail a minute later, in whatever story is running then.
 */
const whenQuiet = async (strapi: Core.Strapi): Promise<void> => {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const end = Date.now() + LONGEST_QUIET_MS;
  let quietFor = 0;
  while (quietFor < 3 && Date.now() < end) {
    await nextTurn();
    quietFor = pool.numUsed() + pool.numPendingAcquires() === 0 ? quietFor + 1 : 0;
  }
};

const boot = async (
  folder: string,
  database: Database,
  env: Record<string, string>,
): Promise<App> => {
  Object.assign(process.env, database.env, env);
  // Strapi reads .env while it is being required, so not before ENV_PATH points elsewhere.
  const { createStrapi } = await import('@strapi/strapi');
  const own = path.join(folder, 'dist');
  const strapi = createStrapi({ appDir: ROOT, distDir: existsSync(own) ? own : DIST });
  const logs = capture(strapi);
  try {
    await strapi.load();
  } catch (error) {
    // A boot that was refused half way may hold a database and timers; what it never made, it
    // cannot destroy, and says so.
    await strapi.destroy().catch(() => undefined);
    throw error;
  }
  const url = await listen(strapi);
  const stop = async (): Promise<Stopped> => {
    await whenQuiet(strapi);
    await strapi.destroy();
    return {
      async start(changes = {}, plugins) {
        if (plugins) await compileWith(plugins, own);
        return boot(folder, database, { ...env, ...changes });
      },
    };
  };
  const run = (args: string[], changes: Record<string, string>, input?: string): Promise<string> =>
    runNode(args, { ...process.env, ...database.env, ...env, ...changes }, input);
  return {
    strapi,
    url,
    mailDir: path.join(folder, 'mail'),
    logs,
    get: (to, init = {}) => fetchFrom(url + to, init),
    post: (to, body, init = {}) =>
      fetchFrom(url + to, {
        method: 'POST',
        body: JSON.stringify(body),
        ...init,
        headers: { 'Content-Type': 'application/json', ...init.headers },
      }),
    file: (name) => path.join(folder, name),
    command: (args, changes = {}) => run([STRAPI, ...args], changes),
    script: (name, args, changes = {}, input = '') =>
      run([path.join(ROOT, 'scripts', `${name}.mjs`), ...args], changes, input),
    stop,
    async restart(changes, plugins) {
      return (await stop()).start(changes, plugins);
    },
    async destroy() {
      await whenQuiet(strapi);
      await strapi.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/**
 * Starts a Strapi on a fresh database; `env` adds to or overrides the environment of the run, and
 * `plugins` stands in place of the host's `config/plugins`.
 *
 * @throws what Strapi threw when it refuses to start; nothing stays behind then
 */
export const startApp = async (
  env: Record<string, string> = {},
  plugins: object | null = null,
): Promise<App> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'campaign-actions-story-'));
  await mkdir(path.join(folder, 'mail'));
  await mkdir(path.join(folder, 'public', 'uploads'), { recursive: true });
  if (plugins) await compileWith(plugins, path.join(folder, 'dist'));
  const database = await freshDatabase(folder);
  try {
    return await boot(folder, database, { ...environment(folder), ...env });
  } catch (error) {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};
