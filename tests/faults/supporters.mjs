// @ts-check
/** Real HTTP to one node, over connections that are kept. */
import { Agent, request } from 'node:http';

/**
 * @typedef {{ status: number, retryAfter: string | undefined, body: unknown, ms: number }} Answer
 * @typedef {{ total: number, signatures: number, offset: number, revision: number }} Counter
 * @typedef {ReturnType<typeof createSupporters>} Supporters
 */

const API = '/api/campaign-actions';
/** Nothing that a living node answers may take longer. */
const LONGEST_ANSWER_MS = 15_000;

/** The answer never came: the connection was refused, or it was lost on the way. */
export class Lost extends Error {
  /** @param {string} code @param {boolean} sent whether the connection stood, so that the node may have read it */
  constructor(code, sent) {
    super(code);
    this.code = code;
    this.sent = sent;
  }
}

const PERSON = { givenName: 'Zoë', familyName: 'Example' };

/** @param {number} port @param {number} [connections] */
export const createSupporters = (port, connections = 32) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  /** @param {'GET' | 'POST'} method @param {string} path @param {unknown} [json] @param {object} [more] headers @returns {Promise<Answer>} */
  const send = (method, path, json, more = {}) =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const body = json === undefined ? '' : JSON.stringify(json);
      const headers =
        method === 'POST'
          ? {
              'Content-Type': 'application/json',
              'Content-Length': Buffer.byteLength(body),
              ...more,
            }
          : {};
      let connected = false;
      const fail = (/** @type {NodeJS.ErrnoException} */ error) =>
        reject(new Lost(error.code ?? error.message, connected));
      const outgoing = request({
        host: '127.0.0.1',
        port,
        agent,
        method,
        path: API + path,
        headers,
      });
      outgoing.on('socket', (socket) => {
        connected = !socket.connecting;
        if (socket.connecting) socket.once('connect', () => (connected = true));
      });
      outgoing.setTimeout(LONGEST_ANSWER_MS, () =>
        outgoing.destroy(Object.assign(new Error('no answer'), { code: 'NO_ANSWER' })),
      );
      outgoing.on('error', fail);
      outgoing.on('response', (response) => {
        const { statusCode = 0, headers } = response;
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (/** @type {string} */ chunk) => void (text += chunk));
        response.on('error', fail);
        response.on('end', () => {
          const isJson = headers['content-type']?.includes('json');
          resolve({
            status: statusCode,
            retryAfter: headers['retry-after'],
            body: /** @type {unknown} */ (isJson ? JSON.parse(text) : null),
            ms: performance.now() - started,
          });
        });
      });
      outgoing.end(body);
    });

  return {
    /** @param {string} action @param {string} email @param {object} [more] */
    sign: (action, email, more = {}) =>
      send('POST', `/actions/${action}/signatures`, { data: { ...PERSON, email, ...more } }),
    /** Through a proxy that says where it came from. @param {string} address @param {string} action @param {string} email */
    signFrom: (address, action, email) =>
      send(
        'POST',
        `/actions/${action}/signatures`,
        { data: { ...PERSON, email } },
        { 'X-Forwarded-For': address },
      ),
    /** What has to be solved before signing. @param {string} action */
    async challenge(action) {
      const { body } = await send('GET', `/actions/${action}/challenge`);
      return /** @type {{ data: import('altcha-lib').Challenge }} */ (body).data;
    },
    /** @param {string} token */
    confirm: (token) => send('POST', '/signatures/confirm', { data: { token } }),
    /** @param {string} token */
    withdraw: (token) => send('POST', '/signatures/withdraw', { data: { token } }),
    /** "This was not me." @param {string} token that of a confirmation */
    reject: (token) => send('POST', '/signatures/reject', { data: { token } }),
    /** @param {string} action @returns {Promise<Counter>} */
    async counter(action) {
      const { body } = await send('GET', `/actions/${action}/counter`);
      return /** @type {{ data: Counter }} */ (body).data;
    },
    /** What the node says of itself: `ready`, or why it is not. */
    async ready() {
      const { status, body } = await send('GET', '/ready');
      if (status === 200) return 'ready';
      const { error } = /** @type {{ error: { details: { reasons?: string[] } } }} */ (body);
      return error.details.reasons?.join(', ') ?? String(status);
    },
    /** What a ready node warns of. */
    async warnings() {
      const { body } = await send('GET', '/ready');
      const { data } = /** @type {{ data?: { warnings: string[] } }} */ (body);
      return data?.warnings ?? [];
    },
    close: () => agent.destroy(),
  };
};
