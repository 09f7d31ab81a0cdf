import { once } from 'node:events';
import { type FSWatcher, watch } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { oneApp } from './one-app';
import { API } from './signatures';

const MEGABYTES = 10;
const PIECE = Buffer.alloc(1024 * 1024, 'a');

/** Sends a file in a form until it is told to stop; answers the head of what came back. */
const upload = async (url: string, path: string): Promise<string> => {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const [start, end] = [
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n',
    '\r\n--x--\r\n',
  ];
  let answer = '';
  const answered = new Promise<void>((resolve) => {
    socket.on('data', (data) => {
      answer += data.toString();
      if (answer.includes('\r\n\r\n')) resolve();
    });
    // The other side may close while we are still sending, and then the rest cannot be sent.
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  await once(socket, 'connect');
  const length = start.length + MEGABYTES * PIECE.length + end.length;
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n${start}`,
  );
  for (let sent = 0; sent < MEGABYTES && socket.writable; sent += 1) socket.write(PIECE);
  if (socket.writable) socket.write(end);
  await answered;
  socket.destroy();
  return answer.split('\r\n')[0] ?? '';
};

/** What the body parser calls a file that it was sent; stories and their folders are called otherwise. */
const UPLOADED = /^[0-9a-z]{20,}$/;

describe('Files sent to a public door', () => {
  const { app, make } = oneApp();
  const written = new Set<string>();
  let watcher: FSWatcher;
  beforeAll(() => {
    watcher = watch(
      tmpdir(),
      (_event, name) => void (name && UPLOADED.test(name) && written.add(name)),
    );
  });
  afterAll(() => watcher.close());
  beforeEach(() => written.clear());

  it('are refused before a byte of them reaches the disk, a hundred of ten megabytes too (T-50)', async () => {
    const { documentId } = await make.action();
    const doors = [`/actions/${documentId}/signatures`, '/signatures/confirm'];
    for (let round = 0; round < 10; round += 1) {
      const heads = await Promise.all(
        Array.from({ length: 10 }, (_, at) => upload(app.url, API + doors[at % 2])),
      );
      expect(new Set(heads)).toEqual(new Set(['HTTP/1.1 415 Unsupported Media Type']));
    }
    expect([...written]).toEqual([]);
  });

  it('would lie on the disk otherwise: at any other path of Strapi they do', async () => {
    await upload(app.url, '/api/no-such-path');
    const patience = Date.now() + 5000;
    while (written.size === 0 && Date.now() < patience) await nextTurn();
    expect(written.size).toBeGreaterThan(0);
  });
});
