import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createSharedLimits } from './shared-limits';

/** What Redis says of itself then, as far as anybody asks. */
const LOADING = 'loading:1\r\nloading_eta_seconds:1\r\n';
const LIMIT = { keyPrefix: 'test', points: 10, duration: 60 };

/** Something that listens where Redis should. */
const listen = async (taking: (socket: Socket) => void): Promise<Server> => {
  const server = createServer(taking).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describe('R-07: limits that a Redis should count', () => {
  let server: Server;
  let told: unknown[];
  let limits: ReturnType<typeof createSharedLimits>;
  const sockets = new Set<Socket>();

  const connectTo = async (taking: (socket: Socket) => void) => {
    server = await listen((socket) => {
      sockets.add(socket.on('error', () => undefined));
      taking(socket);
    });
    told = [];
    const { port } = server.address() as AddressInfo;
    limits = createSharedLimits(`redis://127.0.0.1:${port}`, (error) => told.push(error));
    const limiter = limits.make(LIMIT);
    limits.connect();
    return limiter;
  };
  afterEach(() => {
    limits.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('are counted here while it is still connecting, and nobody is told of it', async () => {
    const limiter = await connectTo(() => undefined);
    for (let count = 1; count <= 11; count += 1)
      expect((await limiter.penalty('a')).consumedPoints).toBe(count);
    await once(server, 'connection');
    expect((await limiter.penalty('a')).consumedPoints).toBe(12);
    expect(told).toEqual([]);
  });

  it('are counted here, and somebody is told, while it still loads what it had kept', async () => {
    const limiter = await connectTo((socket) => {
      socket.setEncoding('latin1').on('data', (text: string) => {
        for (const command of text.split(/^\*\d+\r\n/m).slice(1))
          socket.write(/info/i.test(command) ? `$${LOADING.length}\r\n${LOADING}\r\n` : '+OK\r\n');
      });
    });
    let count = 0;
    for (const from = performance.now(); told.length === 0 && performance.now() - from < 10_000;) {
      count += 1;
      expect((await limiter.penalty('a')).consumedPoints).toBe(count);
      await nextTurn();
    }
    expect(told).toEqual([expect.objectContaining({ name: 'NotReady' })]);
  });
});
