// @ts-check
/** A Strapi in this process, listening on loopback as `strapi start` would. */
import { once } from 'node:events';
import { createRequire } from 'node:module';

/**
 * @typedef {import('@strapi/strapi').Core.Strapi} Strapi
 * @typedef {import('../row.js').Serving} Serving
 */

/**
 * @param {{ appDir: string, distDir: string }} host and where its compiled config and code lie
 * @param {(strapi: Strapi) => Promise<Pick<Serving, 'requests' | 'answers'>>} prepare makes its content
 * @returns {Promise<Serving>}
 */
export const serveStrapi = async (host, prepare) => {
  process.chdir(host.appDir);
  /** @type {unknown} */
  const required = createRequire(import.meta.url)('@strapi/strapi');
  const { createStrapi } = /** @type {typeof import('@strapi/strapi')} */ (required);
  const strapi = await createStrapi(host).load();
  const { requests, answers } = await prepare(strapi);

  const { httpServer } = strapi.server;
  strapi.server.mount();
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (httpServer.address());
  const url = `http://127.0.0.1:${port}`;
  return { url, requests, answers, stop: () => strapi.destroy() };
};

/**
 * Makes a published document, unless it is there from an earlier start.
 *
 * @param {Strapi} strapi @param {string} uid @param {Record<string, unknown>} data with a title or a name
 * @returns {Promise<string>} documentId
 */
export const publish = async (strapi, uid, data) => {
  const documents = strapi.documents(/** @type {'plugin::users-permissions.user'} */ (uid));
  const there = await documents.findFirst(
    /** @type {never} */ ({ filters: data.title ? { title: data.title } : { name: data.name } }),
  );
  const params = /** @type {never} */ ({ data, status: 'published' });
  return (there ?? (await documents.create(params))).documentId;
};

/** @param {Strapi} strapi @param {string} table @param {object} [where] */
export const countRows = async ({ db }, table, where = {}) => {
  /** @type {unknown} */
  const row = await db.connection(table).where(where).count({ n: '*' }).first();
  return Number(/** @type {{ n: number | string }} */ (row).n);
};
