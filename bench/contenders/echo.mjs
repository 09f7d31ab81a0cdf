// @ts-check
/** The limit for whatever is read: a bare server that sends the very bytes and headers of ours. */
import { get } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { listen } from './listen.mjs';

/** Those that `node:http` writes by itself. */
const OWN = new Set(['date', 'connection', 'keep-alive']);

/** @param {string} url */
const read = async (url) => {
  const answered = /** @type {import('node:http').IncomingMessage[]} */ (
    await once(get(url), 'response')
  );
  const [response] = answered;
  if (!response) throw new Error(`${url} did not answer.`);
  const pairs = response.rawHeaders.flatMap((name, at, all) =>
    at % 2 === 0 && !OWN.has(name.toLowerCase()) ? [name, all[at + 1] ?? ''] : [],
  );
  return { status: response.statusCode ?? 0, headers: pairs, body: await buffer(response) };
};

/**
 * @param {string} name of the request
 * @returns {(place: import('../row.js').Place) => Promise<import('../row.js').Serving>}
 */
export const serveEcho =
  (name) =>
  async ({ like }) => {
    const { status, headers, body } = await read(like ?? '');
    const { url, close } = await listen((_request, response) => {
      response.writeHead(status, headers);
      response.end(body);
    });
    return {
      url,
      requests: { [name]: { method: 'GET', path: '/', status } },
      answers: { left: () => 0 },
      stop: () => Promise.resolve(close()),
    };
  };
