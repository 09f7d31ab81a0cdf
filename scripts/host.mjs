// @ts-check
/** The compiled host, for the doors that boot it. Use it only after everything is built. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {import('@strapi/strapi').Core.Strapi} Strapi
 * @typedef {import('../src/demo/index.js')} Demo
 */

/**
 * @param {Record<string, string>} usual what holds where neither `.env` nor the shell says otherwise
 * @returns {Promise<Strapi>} loaded, but not listening
 */
export const loadHost = async (usual = {}) => {
  process.env.NODE_ENV ??= 'production';
  process.env.LOG_LEVEL ??= 'warn';
  // Strapi's ES modules import folders, which Node refuses; its CommonJS ones work.
  /** @type {unknown} */
  const required = createRequire(import.meta.url)('@strapi/strapi');
  // Required, Strapi has read .env. From here on mail as files is what was asked for, and no mistake.
  for (const [name, value] of Object.entries({ MAIL_DIR: '.tmp/mail', ...usual }))
    process.env[name] ??= value;
  const { createStrapi } = /** @type {typeof import('@strapi/strapi')} */ (required);
  const strapi = createStrapi({ appDir: process.cwd(), distDir: path.resolve('dist') });
  strapi.config.set('server.logger.startup.enabled', false);
  return strapi.load();
};

/** @returns {Promise<Demo>} the demo's deeds, as compiled */
export const loadDemo = async () => {
  /** @type {unknown} */
  const demo = await import(pathToFileURL(path.resolve('dist/src/demo/index.js')).href);
  return /** @type {Demo} */ (demo);
};
