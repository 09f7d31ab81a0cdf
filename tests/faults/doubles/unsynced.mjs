// @ts-check
/** The mistake that the trace is there to find: SQLite answers for what may not be on disk yet. */

/** @type {import('../serve.mjs').Double} */
export const play = async (strapi) => {
  await strapi.db.connection.raw('pragma synchronous = off');
};
