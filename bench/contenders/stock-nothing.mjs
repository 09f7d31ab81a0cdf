// @ts-check
/** Strapi with the project's config files, and nothing else. */
import { layStock } from './stock.mjs';
import { serveStrapi } from './strapi.mjs';

/** @param {import('../row.js').Place} place */
export const serveNothing = async ({ folder }) =>
  serveStrapi(await layStock(folder, { types: {} }), () =>
    Promise.resolve({ requests: {}, answers: {} }),
  );
