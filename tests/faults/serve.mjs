// @ts-check
/**
 * One node of the host, as `npm start` serves it. It ends with the run that started it. A double,
 * where one is named, is played before the node listens.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

/** @typedef {(strapi: import('@strapi/strapi').Core.Strapi) => void | Promise<void>} Double */

const [double = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit(1));

/** @type {unknown} */
const required = createRequire(import.meta.url)('@strapi/strapi');
const { createStrapi } = /** @type {typeof import('@strapi/strapi')} */ (required);
const strapi = createStrapi({ appDir: process.cwd(), distDir: path.resolve('dist') });
strapi.config.set('server.logger.startup.enabled', false);
await strapi.load();
if (double) {
  /** @type {unknown} */
  const module = await import(`./doubles/${double}.mjs`);
  await /** @type {{ play: Double }} */ (module).play(strapi);
}
// Longer than any case is quiet: a connection closed just as it is used again is no fault.
strapi.server.httpServer.keepAliveTimeout = 300_000;
await strapi.start();
process.send?.('listening');
