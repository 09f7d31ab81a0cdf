// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port.mjs';

/**
 * A real Redis on this machine alone, which a test may stop, freeze and start again.
 *
 * @typedef {object} RedisServer
 * @property {string} url
 * @property {number} port
 * @property {(command: string) => Promise<string>} ask what it answers, as far as that comes in one piece
 * @property {() => void} freeze it answers nothing any more, and its connections stay open
 * @property {() => void} thaw
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} start
 */

const LONGEST_START_MS = 10_000;
const LONGEST_ANSWER_MS = 5000;

export const hasRedis = () => spawnSync('redis-server', ['--version']).status === 0;

/** @param {number} port @param {string} command @returns {Promise<string>} */
const ask = async (port, command) => {
  const socket = connect(port, '127.0.0.1');
  try {
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
    await once(socket, 'connect', { signal });
    socket.write(`${command}\r\n`);
    const got = /** @type {unknown[]} */ (await once(socket, 'data', { signal }));
    return String(got[0]).trim();
  } finally {
    socket.destroy();
  }
};

/** @returns {Promise<RedisServer>} */
export const redisServer = async () => {
  const port = await freePort();
  const at = ['--port', String(port), '--bind', '127.0.0.1'];
  const options = [...at, '--save', '', '--appendonly', 'no'];
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  const start = async () => {
    child = spawn('redis-server', options, { stdio: 'ignore' });
    const patience = Date.now() + LONGEST_START_MS;
    while (!(await ask(port, 'PING').catch(() => '')).startsWith('+PONG'))
      if (Date.now() > patience) throw new Error('Redis does not answer.');
  };
  // However the run ends, none stays behind.
  process.once('exit', () => child.kill('SIGKILL'));
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    ask: (command) => ask(port, command),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    start,
  };
};
