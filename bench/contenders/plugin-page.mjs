// @ts-check
/** The project's own host with the page of its demo. */
import { loadDemo } from '../../scripts/host.mjs';
import { host } from './plugin.mjs';
import { serveStrapi } from './strapi.mjs';

/** @returns {Promise<import('../row.js').Serving>} */
export const servePluginPage = () =>
  serveStrapi(host(), async (strapi) => {
    const { prepareDemo } = await loadDemo();
    const { campaign } = await prepareDemo(strapi);
    const path = `/api/campaign-actions/campaigns/${campaign}?locale=en`;
    return { requests: { page: { method: 'GET', path, status: 200 } }, answers: { left: () => 0 } };
  });
