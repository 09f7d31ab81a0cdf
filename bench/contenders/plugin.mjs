// @ts-check
/** The project's own host, as `npm start` would serve it. */
import path from 'node:path';

/** @type {import('../contender.js').Contender} */
export const plugin = {
  name: 'plugin',
  lay: () => Promise.resolve({ appDir: process.cwd(), distDir: path.resolve('dist') }),
};
