// @ts-check
/** SQLite while other processes read it for long, and a command of Strapi’s runs on it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from '../failure.mjs';
import { createSupporters } from '../supporters.mjs';
import { requireSound } from '../verdict.mjs';
import { createWitness, percentile } from '../witness.mjs';
import { startWriters } from '../writers.mjs';

/** @typedef {import('../stage.js').Case} Case */

const WRITERS = 64;
const MOST_UNAVAILABLE = 0.001;
const LONGEST_P99_MS = 500;
const LONGEST_EXPORT_MS = 180_000;
const READER = fileURLToPath(new URL('../long-reader.mjs', import.meta.url));
const STRAPI = path.resolve('node_modules/@strapi/strapi/bin/strapi.js');

/** Starts another process beside the node; it ends with the run. @param {string} program @param {string[]} args @param {Record<string, string>} env */
const beside = (program, args, env) => {
  const child = fork(program, args, {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...env },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => void (log = (log + String(chunk)).slice(-5000)));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').then((/** @type {unknown[]} */ [code]) => {
    process.removeListener('exit', kill);
    return code;
  });
  return {
    ended,
    log: () => log,
    async kill() {
      kill();
      await ended;
    },
  };
};

/** @type {Case} */
export const busy = {
  name: 'busy',
  title: 'SQLite read by others while everybody signs',
  databases: ['sqlite'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const file = place.env.DATABASE_FILENAME ?? '';
    const node = await place.start();
    const supporters = createSupporters(node.port, WRITERS);
    const witness = createWitness();
    const writers = startWriters(place, supporters, witness, { writers: WRITERS });
    const reader = beside(READER, [file], {});
    let [exports, said] = [0, ''];
    try {
      for (const end = Date.now() + (short ? 0 : 60_000); exports === 0 || Date.now() < end;) {
        const target = path.join(path.dirname(file), `export-${exports}`);
        const args = ['export', '--no-encrypt', '--no-compress', '--file', target];
        const exporting = beside(STRAPI, args, place.env);
        const code = await Promise.race([exporting.ended, sleep(LONGEST_EXPORT_MS, 'none')]);
        await exporting.kill();
        expect(code === 0, `The export ended with ${String(code)}.\n${exporting.log()}`);
        exports += 1;
        tell(`${exports} exports, ${witness.acknowledged} acknowledged`);
      }
      said = await writers.atRest(() => requireSound(place, witness));
    } finally {
      await reader.kill();
      await writers.stop();
      supporters.close();
      await node.kill();
    }
    const { acknowledged, unavailable, times } = witness;
    const share = unavailable / (acknowledged + unavailable);
    const p99 = percentile(times, 0.99);
    expect(share <= MOST_UNAVAILABLE, `${unavailable} × 503 for ${acknowledged} acknowledged.`);
    // How fast it is says something only where nothing else runs: a change is tested anywhere.
    expect(short || p99 <= LONGEST_P99_MS, `p99 was ${Math.round(p99)} ms.`);
    return (
      `${WRITERS} writers, ${exports} exports and long reads meanwhile, ${acknowledged} acknowledged, ` +
      `${unavailable} × 503 and no other error, ${said}; p99 ${Math.round(p99)} ms`
    );
  },
};
