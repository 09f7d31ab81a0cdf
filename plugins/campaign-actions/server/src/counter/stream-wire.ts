import type { ServerResponse } from 'node:http';
import type { Counter } from '../../../contracts/counter';

const HEADERS = [
  ...['Content-Type', 'text/event-stream'],
  ...['Cache-Control', 'no-cache, no-transform'],
  // nginx would gather events before it passes them on.
  ...['X-Accel-Buffering', 'no'],
];
const MOST_WAITING = 64 * 1024;

/** Keeps proxies from closing a quiet stream, and finds out who is gone. */
export const COMMENT = ':\n';

/** One event, encoded once for everybody who is told. JSON holds no line breaks. */
export const counterEvent = (counter: Counter): Buffer => {
  const id = counter.revision === null ? '' : `id: ${counter.revision}\n`;
  return Buffer.from(`event: counter\n${id}data: ${JSON.stringify(counter)}\n\n`);
};

/** After how long a client that lost its stream comes back. */
export const retryIn = (milliseconds: number): string => `retry: ${Math.round(milliseconds)}\n\n`;

/**
 * Sends the head of a stream. Its body ends with the connection, which could serve nothing else in
 * the meantime: without chunks around it, what is written is the shared buffer itself.
 */
export const beginStream = (response: ServerResponse, headers: readonly string[]): void => {
  const { socket } = response.req;
  socket.setTimeout(0);
  socket.setNoDelay(true);
  response.useChunkedEncodingByDefault = false;
  response.writeHead(200, [...HEADERS, ...headers]);
};

/** Writes to whoever still listens; drops a client that does not read what it was sent. */
export const send = (response: ServerResponse, event: Buffer | string): void => {
  if (response.writableEnded || response.destroyed) return;
  if (response.writableLength > MOST_WAITING) response.req.socket.destroy();
  else response.write(event);
};

/** Ends a stream; one that was ended and is still there does not read, and is dropped. */
export const endStream = (response: ServerResponse, lastWords: string): void => {
  if (response.writableEnded) response.req.socket.destroy();
  else if (!response.destroyed) response.end(lastWords);
};
