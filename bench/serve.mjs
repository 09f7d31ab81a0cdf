// @ts-check
/**
 * One contender's server process: boots the Strapi in the folder it is started in, makes the
 * content of its side of a row, listens on loopback, and answers what the benchmark asks about the
 * database. Its end is also the end of this process.
 */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { ROWS } from './rows/index.mjs';

const [row = '', side = '', distDir = ''] = process.argv.slice(2);
const played = ROWS[row]?.sides[Number(side)];
if (!played) throw new Error(`There is no side ${side} of the row "${row}".`);

process.on('disconnect', () => process.exit(1));

/** @type {unknown} */
const required = createRequire(import.meta.url)('@strapi/strapi');
const { createStrapi } = /** @type {typeof import('@strapi/strapi')} */ (required);
const strapi = await createStrapi({ appDir: process.cwd(), distDir }).load();
const request = await played.prepare(strapi);

const { httpServer } = strapi.server;
strapi.server.mount();
httpServer.listen(0, '127.0.0.1');
await once(httpServer, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (httpServer.address());

const answers = {
  counts: () => played.counts(strapi),
  left: () => played.left?.(strapi) ?? Promise.resolve(0),
};
process.on('message', (/** @type {'counts' | 'left' | 'stop'} */ asked) => {
  if (asked === 'stop') void strapi.destroy().then(() => process.exit(0));
  else void answers[asked]().then((answer) => process.send?.(answer));
});
process.send?.({ url: `http://127.0.0.1:${port}${request.path}`, request });
