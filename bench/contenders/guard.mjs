// @ts-check
/** The project's own host with one action, asked about its guards and about nothing else. */
import { host, publishAction } from './plugin.mjs';
import { serveStrapi } from './strapi.mjs';

/** @typedef {import('../row.js').Serving} Serving */

/**
 * @template Guard what of the plugin's guard is asked
 * @param {(guard: Guard) => Serving['answers']} answersOf
 * @returns {() => Promise<Serving>}
 */
export const serveGuard = (answersOf) => () =>
  serveStrapi(host(), async (strapi) => {
    await publishAction(strapi, 'none');
    const guard = strapi.plugin('campaign-actions').service('guard');
    return { requests: {}, answers: answersOf(/** @type {Guard} */ (guard)) };
  });
