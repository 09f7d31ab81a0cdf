// @ts-check
/** One more node on the database of this environment, for as long as its parent lives. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';

process.on('disconnect', () => process.exit());

/** @type {unknown} */
const required = createRequire(import.meta.url)('@strapi/strapi');
const { createStrapi } = /** @type {typeof import('@strapi/strapi')} */ (required);
const strapi = await createStrapi({ appDir: process.cwd(), distDir: path.resolve('dist') }).load();
const { httpServer } = strapi.server;
strapi.server.mount();
httpServer.listen(0, '127.0.0.1');
await once(httpServer, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (httpServer.address());
process.send?.(`http://127.0.0.1:${port}`);
