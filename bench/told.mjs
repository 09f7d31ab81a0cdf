// @ts-check
/** What a server says of its counter, once it says what it should. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Disagreement } from './disagreement.mjs';
import { requestOf } from './server.mjs';

/** A node looks at what others changed within a second; the rest is for a busy machine. */
const LONGEST_MS = 10_000;

/**
 * @param {import('./row.js').Server} server
 * @param {number} total
 * @returns {Promise<{ etag: string, revision: number }>}
 * @throws Disagreement when it does not come to it
 */
export const told = async (server, total) => {
  const end = Date.now() + LONGEST_MS;
  for (;;) {
    const response = await fetch(server.url + requestOf(server, 'counter').path);
    const { data } = /** @type {{ data: { total: number, revision: number } }} */ (
      await response.json()
    );
    if (data.total === total)
      return { etag: response.headers.get('etag') ?? '', revision: data.revision };
    if (Date.now() > end)
      throw new Disagreement(`${server.name} counts ${data.total} and should count ${total}.`);
    await sleep(50);
  }
};
