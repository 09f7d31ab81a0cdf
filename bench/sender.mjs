// @ts-check
/**
 * Sends requests over plain sockets, so that the sender costs little beside the server that is
 * measured, and looks at every answer. Either as fast as they are answered, or at a fixed rate
 * whether or not they are: then an answer's time runs from the moment its request was due.
 */
import { connect } from 'node:net';
import { Disagreement } from './disagreement.mjs';

/**
 * @typedef {import('./row.js').Request} Request
 * @typedef {{ status: number, body: Buffer }} Answer
 * @typedef {object} Load
 * @property {Request} request
 * @property {number} amount of requests; every one of them is waited for
 * @property {unknown[]} [bodies] one for each request, instead of the request's own
 * @property {number} [connections]
 * @property {number} [rate] requests a second
 * @typedef {object} Sent
 * @property {number} seconds
 * @property {Float64Array} latencies milliseconds, the shortest first
 * @property {Float64Array} inOrder the same in the order of the answers
 * @property {Buffer} body of the last answer
 */

const CONNECTIONS = 50;
/** At a fixed rate a request that is due never waits for a connection. */
const MOST_CONNECTIONS = 2000;
const LOST_AFTER_MS = 60_000;
const HEAD_END = '\r\n\r\n';
const ID = '[<id>]';

let ids = 0;
/** As long as any other, so that every request is. */
const freshId = () => String((ids += 1)).padStart(10, '0');

/** @param {Request} request @param {URL} url @param {unknown} body */
const written = ({ method, path, headers = {} }, { host }, body) => {
  const text = body === undefined ? '' : JSON.stringify(body);
  const length = Buffer.byteLength(text.replaceAll(ID, '0000000000'));
  const all = {
    host,
    ...(text && { 'content-type': 'application/json', 'content-length': String(length) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`;
};

/** @param {Buffer} bytes @returns {(Answer & { end: number }) | null} null until all of it is there */
const readAnswer = (bytes) => {
  const at = bytes.indexOf(HEAD_END);
  if (at < 0) return null;
  const head = bytes.toString('latin1', 0, at);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined && status !== 304 && status !== 204)
    throw new Disagreement(`An answer does not say how long it is:\n${head}`);
  const begin = at + HEAD_END.length;
  const end = begin + Number(length ?? 0);
  return bytes.length < end ? null : { status, body: bytes.subarray(begin, end), end };
};

/**
 * @param {URL} url
 * @param {(answer: Answer) => void} onAnswer
 * @param {(error: Error) => void} onLost
 */
const openConnection = ({ hostname, port }, onAnswer, onLost) => {
  const socket = connect(Number(port), hostname).setNoDelay(true).setTimeout(LOST_AFTER_MS);
  /** @type {Buffer} */
  let bytes = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    try {
      const answer = readAnswer(bytes);
      if (!answer) return;
      bytes = bytes.subarray(answer.end);
      onAnswer(answer);
    } catch (error) {
      onLost(/** @type {Error} */ (error));
    }
  });
  socket.on('timeout', () => onLost(new Disagreement('A request was not answered in time.')));
  socket.on('close', () => onLost(new Disagreement('A connection ended before its answer.')));
  socket.on('error', onLost);
  return socket;
};

/**
 * @param {string} address of the server
 * @param {Load} load
 * @returns {Promise<Sent>}
 * @throws Disagreement when one answer is not as it should be
 */
export const send = (address, { request, amount, bodies, connections = CONNECTIONS, rate }) =>
  new Promise((resolve, reject) => {
    const url = new URL(address);
    const template = written(request, url, request.body);
    const inOrder = new Float64Array(amount);
    /** @type {Set<import('node:net').Socket>} */
    const sockets = new Set();
    /** @type {((due: number) => void)[]} */
    const idle = [];
    let sent = 0;
    let answered = 0;
    /** @type {Buffer | null} */
    let first = null;

    const start = performance.now();
    const dueAt = (/** @type {number} */ index) => (rate ? start + (index / rate) * 1000 : 0);

    const end = (
      /** @type {Error | null} */ error,
      /** @type {Buffer} */ body = Buffer.alloc(0),
    ) => {
      clearInterval(timer);
      for (const socket of sockets) socket.removeAllListeners('close').destroy();
      if (error) return reject(error);
      const seconds = (performance.now() - start) / 1000;
      resolve({ seconds, latencies: inOrder.slice().sort(), inOrder, body });
    };

    const judge = (/** @type {Answer} */ { status, body }) => {
      if (status !== request.status)
        return `${request.method} ${request.path} was answered with ${status}: ${body.toString().slice(0, 300)}`;
      first ??= Buffer.from(body);
      // Nothing changes while it is only read.
      return request.method === 'GET' && !first.equals(body)
        ? 'Two answers are not the same.'
        : null;
    };

    const addConnection = () => {
      let from = 0;
      const socket = openConnection(
        url,
        (answer) => {
          const wrong = judge(answer);
          if (wrong) return end(new Disagreement(wrong));
          inOrder[answered] = performance.now() - from;
          answered += 1;
          if (answered === amount) return end(null, answer.body);
          if (rate) idle.push(sendNext);
          else if (sent < amount) sendNext(performance.now());
        },
        end,
      );
      sockets.add(socket);
      const sendNext = (/** @type {number} */ due) => {
        from = due;
        const own = bodies ? written(request, url, bodies[sent]) : template;
        sent += 1;
        socket.write(own.includes(ID) ? own.replaceAll(ID, freshId()) : own);
      };
      return sendNext;
    };

    const sendDue = () => {
      while (sent < amount && dueAt(sent) <= performance.now()) {
        if (idle.length === 0 && sockets.size >= MOST_CONNECTIONS) return;
        (idle.pop() ?? addConnection())(dueAt(sent));
      }
    };
    const timer = rate ? setInterval(sendDue, 1) : undefined;
    if (!rate)
      for (let at = 0; at < Math.min(connections, amount); at += 1)
        addConnection()(performance.now());
  });
