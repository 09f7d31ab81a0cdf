// @ts-check
/** Databases with their content: it is made once, and every case gets a copy of its own. */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { NEEDED } from '../../scripts/environment.mjs';
import { startPostgres } from '../postgres-server.mjs';
import { createKeys } from './keys.mjs';
import { lookIntoPostgres, lookIntoSqlite } from './look.mjs';
import { startNode } from './node.mjs';
import { openSqlite } from './sqlite.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {import('./stage.js').Content} Content
 * @typedef {import('./stage.js').PostgresServer} PostgresServer
 * @typedef {Pick<Place, 'env' | 'look'>} Database
 * @typedef {{ copy(name: string, of?: string): Promise<Database> }} Databases `of` nothing: empty
 * @typedef {{ place: () => Promise<Place>, postgres: PostgresServer | null, stop: () => Promise<void> }} Places
 */

/** @param {string} folder @returns {Databases} */
const inFiles = (folder) => {
  const fileOf = (/** @type {string} */ name) => path.join(folder, `${name}.db`);
  return {
    copy(name, of) {
      if (of) {
        const original = openSqlite(fileOf(of));
        original.prepare('vacuum into ?').run(fileOf(name));
        original.close();
      }
      return Promise.resolve({
        env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: fileOf(name) },
        look: (read) => lookIntoSqlite(fileOf(name), read),
      });
    },
  };
};

/** @param {PostgresServer} server @returns {Databases} */
const onServer = (server) => ({
  async copy(name, of) {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database ${name}${of ? ` template ${of}` : ''}`);
    await client.end();
    const url = new URL(server.url);
    url.pathname = name;
    return {
      env: {
        DATABASE_CLIENT: 'postgres',
        DATABASE_HOST: url.hostname,
        DATABASE_PORT: url.port,
        DATABASE_NAME: name,
        DATABASE_USERNAME: url.username,
        DATABASE_PASSWORD: url.password,
      },
      look: (read) => lookIntoPostgres(url.href, read),
    };
  },
});

/** Everything a node needs but its database, so that nothing depends on somebody's `.env`. */
/** @returns {Record<string, string>} */
const environment = (/** @type {string} */ folder) => ({
  NODE_ENV: 'production',
  ENV_PATH: path.join(folder, 'no.env'),
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  PUBLIC_URL: 'https://act.example.org',
  // One address sends everything, which is what limits are there to stop.
  CAMPAIGN_ACTIONS_RATE_LIMIT: 'off',
  STRAPI_TELEMETRY_DISABLED: 'true',
  ...Object.fromEntries(Object.entries(NEEDED).map(([name, { fresh }]) => [name, fresh()])),
});

/** What a node keeps outside the database. */
const ownFolder = async (/** @type {string} */ folder) => {
  await mkdir(path.join(folder, 'mail'), { recursive: true });
  await mkdir(path.join(folder, 'public', 'uploads'), { recursive: true });
  return {
    PUBLIC_DIR: path.join(folder, 'public'),
    MAIL_DIR: path.join(folder, 'mail'),
    ERASURE_JOURNAL: path.join(folder, 'erasures.log'),
  };
};

const ORIGINAL = 'original';

/**
 * @param {import('./stage.js').Client} client
 * @param {string} folder of the run
 * @returns {Promise<Places>}
 */
export const openPlaces = async (client, folder) => {
  const postgres = client === 'postgres' ? await startPostgres({ durable: true }) : null;
  const databases = postgres ? onServer(postgres) : inFiles(folder);
  const shared = environment(folder);
  const keys = createKeys(shared.CAMPAIGN_ACTIONS_KEYS ?? '');

  const makeOriginal = async () => {
    const { env } = await databases.copy(ORIGINAL);
    const own = await ownFolder(path.join(folder, ORIGINAL));
    const node = await startNode({ ...shared, ...own, ...env }, { double: 'content' });
    const content = /** @type {Content} */ (await node.ask('content'));
    await node.stop();
    return content;
  };
  const content = await makeOriginal();

  return {
    postgres,
    async place() {
      const name = `faults_${randomUUID().replaceAll('-', '')}`;
      const database = await databases.copy(name, ORIGINAL);
      const env = {
        ...shared,
        ...(await ownFolder(path.join(folder, name))),
        ...database.env,
      };
      return {
        client,
        content,
        keys,
        env,
        start: (options) => startNode(env, options),
        look: database.look,
      };
    },
    stop: async () => postgres?.stop(),
  };
};
