// @ts-check
/** What a row is played with: fresh homes, and servers on them. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ROWS } from './rows/index.mjs';
import { makeHome, startServer } from './server.mjs';

/**
 * @param {string} row name
 * @param {string} folder
 * @param {import('./databases.mjs').Databases} databases
 * @param {Pick<import('./row.js').Bench, 'database' | 'quick' | 'turns' | 'seconds' | 'rows'>} options
 * @returns {{ bench: import('./row.js').Bench, close: () => Promise<void> }} close stops and removes
 *   whatever is left of it
 */
export const makeBench = (row, folder, databases, options) => {
  const all = path.join(folder, `${row}-${options.database}`);
  /** @type {Set<import('./row.js').Server>} */
  const running = new Set();
  let homes = 0;

  const home = async () => {
    const own = path.join(all, String((homes += 1)));
    await mkdir(own, { recursive: true });
    return makeHome(own, await databases.fresh(own));
  };

  /** @type {import('./row.js').Bench} */
  const bench = {
    ...options,
    home,
    async start(side, there, like) {
      const entry = Object.entries(ROWS[row]?.sides ?? {}).find(([, each]) => each === side);
      if (!entry) throw new Error(`"${side.name}" is no side of the row "${row}".`);
      const place = { database: options.database, like: like ?? null };
      const which = { row, side: entry[0], name: side.name };
      const server = await startServer(which, there ?? (await home()), place);
      const stop = async () => {
        running.delete(server);
        await server.stop();
      };
      running.add(server);
      return { ...server, stop };
    },
    say: (line) => console.log(`  ${line}`),
  };
  return {
    bench,
    async close() {
      await Promise.all([...running].map((server) => server.stop()));
      await rm(all, { recursive: true, force: true });
    },
  };
};
