// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that the system lends to connections: whoever is down for a while keeps its own. */
const [FIRST_PORT, PORTS] = [20_000, 10_000];

/** @returns {Promise<number>} a port of this machine's own address that nobody uses */
export const freePort = async () => {
  const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    return freePort();
  }
  probe.close();
  await once(probe, 'close');
  return port;
};
