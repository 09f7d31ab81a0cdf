import { once } from 'node:events';
import { type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { beginStream, endStream, send } from './stream-wire';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('A stream on its way to a client', () => {
  let server: Server;
  let socket: Socket;

  /** The server's end of a stream that a client has just asked for. */
  const asked = async (): Promise<ServerResponse> => {
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: example.org\r\n\r\n');
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
    beginStream(response, ['X-More', 'more']);
    return response;
  };

  beforeAll(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => socket.destroy());
  afterAll(() => server.close());

  it('has a head that lets nobody keep it or gather it, and a body that ends with the connection', async () => {
    const response = await asked();
    send(response, Buffer.from('one\n'));
    endStream(response, 'two\n');
    socket.setEncoding('utf8');
    let text = '';
    for await (const part of socket) text += part as string;
    const [head = '', body] = text.split('\r\n\r\n');
    expect(head.split('\r\n')).toEqual(
      expect.arrayContaining([
        'HTTP/1.1 200 OK',
        'Content-Type: text/event-stream',
        'Cache-Control: no-cache, no-transform',
        'X-Accel-Buffering: no',
        'X-More: more',
        'Connection: close',
      ]),
    );
    expect(head).not.toContain('Transfer-Encoding');
    expect(body).toBe('one\ntwo\n');
  });

  it('is cut when the client does not read, so that what waits stays small (T-55)', async () => {
    const response = await asked();
    socket.pause();
    const event = Buffer.alloc(16 * 1024, '.');
    let most = 0;
    let written = 0;
    // The system's own buffers take some megabytes before anything waits in ours.
    for (; !response.destroyed && written < 64 * 1024; written += 1) {
      send(response, event);
      most = Math.max(most, response.writableLength);
      await nextTurn();
    }
    expect(response.destroyed).toBe(true);
    expect(most).toBeLessThanOrEqual(64 * 1024 + event.length);
  });

  it('that nobody reads to its end is cut at the second ending', async () => {
    const response = await asked();
    socket.pause();
    while (response.writableLength < 64 * 1024) {
      send(response, Buffer.alloc(16 * 1024, '.'));
      await nextTurn();
    }
    endStream(response, 'bye\n');
    await nextTurn();
    expect(response.destroyed).toBe(false);
    endStream(response, 'bye\n');
    await once(response, 'close');
  });
});
