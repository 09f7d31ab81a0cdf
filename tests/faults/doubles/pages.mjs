// @ts-check
/** Makes a SQLite database full, and gives it room again, on the server's own connection. */

const MOST_PAGES = 4_294_967_294;

/** @type {import('../serve.mjs').Double} */
export const play = (strapi) => {
  const set = async (/** @type {'full' | 'room'} */ wanted) => {
    // No smaller number than that of the pages in use is taken, so 1 means: not one more.
    await strapi.db.connection.raw(`pragma max_page_count = ${wanted === 'full' ? 1 : MOST_PAGES}`);
    process.send?.(wanted);
  };
  process.on('message', (/** @type {'full' | 'room'} */ wanted) => void set(wanted));
};
