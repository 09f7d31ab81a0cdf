// @ts-check
/** A fresh database for each contender, as durable as in production. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../tests/postgres-server.mjs';

/**
 * @typedef {object} Databases
 * @property {(folder: string) => Promise<Record<string, string>>} fresh environment that leads to it
 * @property {() => Promise<void>} stop
 */

/** @type {Databases} */
const sqlite = {
  fresh: (folder) =>
    Promise.resolve({
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: path.join(folder, 'bench.db'),
    }),
  stop: () => Promise.resolve(),
};

/** @returns {Promise<Databases>} */
const postgres = async () => {
  const server = await startPostgres({ durable: true });
  const { hostname, port, username, password } = new URL(server.url);
  return {
    async fresh() {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return {
        DATABASE_CLIENT: 'postgres',
        DATABASE_HOST: hostname,
        DATABASE_PORT: port,
        DATABASE_NAME: name,
        DATABASE_USERNAME: username,
        DATABASE_PASSWORD: password,
      };
    },
    stop: () => server.stop(),
  };
};

export const DATABASES = { sqlite: () => Promise.resolve(sqlite), postgres };
