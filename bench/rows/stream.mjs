// @ts-check
/** Ten thousand clients of one live counter on one node. */
import { fork } from 'node:child_process';
import { on } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { servePlugin } from '../contenders/plugin.mjs';
import { Disagreement, agree } from '../disagreement.mjs';
import { atMost, readable } from '../figures.mjs';
import { send } from '../sender.mjs';
import { requestOf } from '../server.mjs';
import { told } from '../told.mjs';

/**
 * @typedef {import('../row.js').Server} Server
 * @typedef {{ allIn?: true, revision?: number, at?: number, error?: string }} Said
 */

const CLIENTS = { quick: 1000, full: 10_000 };
const PROCESSES = 2;
const UPDATES = { quick: 2, full: 20 };
const CLIENTS_FILE = fileURLToPath(new URL('../stream-clients.mjs', import.meta.url));
const KIB = 1024;

const plugin = { name: 'plugin', serve: servePlugin('none') };

/** @param {Server} server @param {number} many */
const openClients = (server, many) => {
  const { path } = requestOf(server, 'stream');
  const children = Array.from({ length: PROCESSES }, () =>
    fork(CLIENTS_FILE, [server.url, path, String(many / PROCESSES)]),
  );
  const kill = () => void children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', kill);
  const messages = children.map((child) => on(child, 'message'));

  /** The next thing that every process says, whatever it says before. */
  const all = (/** @type {(said: Said) => boolean} */ isIt) =>
    Promise.all(
      messages.map(async (each) => {
        for (;;) {
          /** @type {IteratorResult<Said[]>} */
          const next = await each.next();
          const [said] = next.done ? [] : next.value;
          if (!said || said.error) throw new Disagreement(said?.error ?? 'The clients are gone.');
          if (isIt(said)) return said;
        }
      }),
    );
  return { all, kill };
};

/** Signs once, and waits until the last client was told. @returns {Promise<number>} milliseconds */
const update = async (
  /** @type {Server} */ server,
  /** @type {ReturnType<typeof openClients>} */ clients,
  /** @type {number} */ revision,
) => {
  const begin = performance.timeOrigin + performance.now();
  await send(server.url, { request: requestOf(server, 'sign'), amount: 1 });
  const last = await clients.all((said) => said.revision === revision);
  return Math.max(...last.map(({ at = NaN }) => at)) - begin;
};

/** What it does while nothing happens. */
const atRest = async (/** @type {Server} */ server, /** @type {number} */ seconds) => {
  const before = /** @type {number} */ (await server.ask('queries'));
  await sleep(seconds * 1000);
  return /** @type {number} */ ((await server.ask('queries')) - before) / seconds;
};

/** @type {import('../row.js').Row} */
export const stream = {
  title: 'Live counter',
  databases: ['sqlite'],
  sides: { plugin },
  async play(bench) {
    const many = bench.quick ? CLIENTS.quick : CLIENTS.full;
    const updates = bench.quick ? UPDATES.quick : UPDATES.full;
    const home = await bench.home();
    home.environment.CAMPAIGN_ACTIONS_STREAMS_PER_ADDRESS = String(many);
    const server = await bench.start(plugin, home);
    await send(server.url, { request: requestOf(server, 'sign'), amount: 1 });
    const { revision } = await told(server, 1);
    const queriesAlone = await atRest(server, bench.seconds);
    const memory = /** @type {number} */ (await server.ask('memory'));

    const begin = Date.now();
    const clients = openClients(server, many);
    await clients.all((said) => said.allIn === true);
    const connected = (Date.now() - begin) / 1000;
    const queries = await atRest(server, bench.seconds);

    /** @type {number[]} */
    const delays = [];
    const [cpuStart, start] = [await server.cpu(), performance.now()];
    for (let at = 1; at <= updates; at += 1) {
      delays.push(await update(server, clients, revision + at));
      await sleep(Math.max(0, start + at * 1000 - performance.now()));
    }
    const busy = ((await server.cpu()) - cpuStart) / (performance.now() - start);
    const grown = /** @type {number} */ (await server.ask('memory')) - memory;
    agree(server.name, await server.ask('counts'), {
      'rows in the register': 1 + updates,
      'signatures in the ledger': 1 + updates,
    });
    clients.kill();

    const slowest = Math.max(...delays) / 1000;
    return {
      claims: [
        atMost('memory for each client', [grown / many / KIB], 40, ' KiB'),
        atMost('slowest update at the last client', [slowest], 2, ' s'),
        atMost('queries a second more than without clients', [queries - queriesAlone], 2),
        atMost('all are connected after', [connected], 60, ' s'),
        atMost('CPU of a core at one update a second', [busy * 100], 40, ' %'),
      ],
      table: [],
      remarks: [
        `${many} clients, ${updates} updates; ${readable(queries)} queries a second with all of them, ${readable(queriesAlone)} with none.`,
      ],
    };
  },
};
