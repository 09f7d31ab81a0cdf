import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const DIST = path.resolve(__dirname, '../../clients/web/dist');

export interface WebServer {
  port: number;
  close(): void;
}

/**
 * As any web server would: a page at its root, and beside it what was built of the client. Other sites
 * may load that, too.
 */
export const webServer = async (page: () => string | Promise<string>): Promise<WebServer> => {
  const answer = (name: string): Promise<string> =>
    name === '' ? Promise.resolve(page()) : readFile(path.join(DIST, name), 'utf8');
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', name ? 'text/javascript' : 'text/html; charset=utf-8');
    answer(name).then(
      (text) => response.end(text),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
