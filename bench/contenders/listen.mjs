// @ts-check
/** A plain `node:http` server on loopback: the least that any contender can be. */
import { once } from 'node:events';
import { createServer } from 'node:http';

/** @param {import('node:http').RequestListener} listener */
export const listen = async (listener) => {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
