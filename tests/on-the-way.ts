import { once } from 'node:events';
import { type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What may happen to a request between a page and the server. `lost`: the server takes it, and its
 * answer never arrives. `cut`: half of the answer does. `busy`: somebody else says 503. `gathered`:
 * the answer is passed on when it is whole, which a stream never is.
 */
export type Mishap = 'lost' | 'cut' | 'busy' | 'gathered';

export interface Way {
  url: string;
  /** What was posted to the server, in the order in which it arrived there. */
  posted: string[];
  /** What happens to the next requests that post, one after the other; then they pass. */
  next(...mishaps: Mishap[]): void;
  close(): Promise<void>;
}

const busy = (response: ServerResponse): void => {
  response.writeHead(503, { 'Content-Type': 'text/html', 'Retry-After': '1' });
  response.end('<h1>Please come back</h1>');
};

/** A way to a server, on which things go wrong. @param always what happens to all that reads */
export const wayTo = async (target: string, always: 'gathered' | null = null): Promise<Way> => {
  const posted: string[] = [];
  let coming: Mishap[] = [];
  const server = createServer((asked, response) => {
    const mishap = asked.method === 'POST' ? coming.shift() : always;
    if (mishap === 'busy') return busy(response);
    const forward = request(target + asked.url, { method: asked.method, headers: asked.headers });
    let body = '';
    asked.setEncoding('utf8').on('data', (part: string) => {
      body += part;
      forward.write(part);
    });
    asked.on('end', () => {
      if (asked.method === 'POST') posted.push(body);
      forward.end();
    });
    // A reader who leaves is gone for the server, too.
    response.on('close', () => forward.destroy());
    forward.on('error', () => response.destroy());
    forward.on('response', (answer) => {
      const parts: Buffer[] = [];
      if (mishap === undefined || mishap === null) {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        return void answer.pipe(response);
      }
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        if (mishap === 'lost') return response.destroy();
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        if (mishap === 'gathered') return void response.end(whole);
        response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    next: (...mishaps) => {
      coming = mishaps;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
