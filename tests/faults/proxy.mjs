// @ts-check
/** A wire to PostgreSQL, to Redis or to a node, that can be cut at the worst moment. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * `before`: the server never hears of the commit; `after`: it commits, and nobody hears of that.
 *
 * @typedef {'before' | 'after'} Cut
 * @typedef {Awaited<ReturnType<typeof openProxy>>} Proxy
 */

/** @param {number} target port */
export const openProxy = async (target) => {
  /** @type {Cut | null} */
  let armed = null;
  let cuts = 0;
  let [answers, losesEvery] = [0, Infinity];
  let severed = false;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    let cutAtAnswer = false;
    const cut = () => {
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    for (const [socket, other] of /** @type {const} */ ([
      [near, far],
      [far, near],
    ])) {
      sockets.add(socket);
      if (severed) socket.pause();
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    near.on('data', (chunk) => {
      if (armed && chunk.includes('COMMIT')) {
        const how = armed;
        armed = null;
        cuts += 1;
        if (how === 'before') return cut();
        cutAtAnswer = true;
      }
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (cutAtAnswer) return cut();
      answers += 1;
      if (answers % losesEvery !== 0) return near.write(chunk);
      cuts += 1;
      cut();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    port,
    get cuts() {
      return cuts;
    },
    /** The next commit is cut. @param {Cut} how */
    arm(how) {
      armed = how;
    },
    /** From here on each so-manieth answer is lost: what was sent has come, and nobody hears of it. @param {number} nth */
    loseEvery(nth) {
      losesEvery = nth;
    },
    /** Nothing comes through any more, and nobody is told: what is sent waits. */
    sever() {
      severed = true;
      for (const socket of sockets) socket.pause();
    },
    mend() {
      severed = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};
