// @ts-check
/**
 * A process full of clients that listen to one counter, over plain sockets so that thousands are
 * cheap. It tells the benchmark when all of them are in, and when the last one of them was told
 * each revision.
 */
import { connect } from 'node:net';

const [address = '', path = '', many = '0'] = process.argv.slice(2);
const { hostname, port } = new URL(address);
const clients = Number(many);
const AT_ONCE = 100;

/** How many clients were told a revision. @type {Map<number, number>} */
const told = new Map();
let opened = 0;
let arrived = 0;

process.on('disconnect', () => process.exit(0));

const count = (/** @type {number} */ revision) => {
  const there = (told.get(revision) ?? 0) + 1;
  told.set(revision, there);
  if (there === clients)
    process.send?.({ revision, at: performance.timeOrigin + performance.now() });
};

const open = () => {
  if (opened === clients) return;
  opened += 1;
  const socket = connect(Number(port), hostname);
  let text = '';
  let isIn = false;
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\naccept: text/event-stream\r\n\r\n`);
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += String(chunk);
    const end = text.lastIndexOf('\n\n');
    if (end < 0) return;
    const ids = text.slice(0, end).matchAll(/^id: ?(\d+)$/gm);
    text = text.slice(end + 2);
    for (const [, id] of ids) {
      if (!isIn) arrive();
      isIn = true;
      count(Number(id));
    }
  });
  socket.on('close', () => fail('a stream ended by itself'));
  socket.on('error', (error) => fail(error.message));
};

const arrive = () => {
  arrived += 1;
  if (arrived === clients) process.send?.({ allIn: true });
  open();
};

const fail = (/** @type {string} */ reason) => {
  process.send?.({ error: `${arrived} of ${clients} clients were in, and ${reason}` });
  process.exit(1);
};

for (let at = 0; at < AT_ONCE; at += 1) open();
