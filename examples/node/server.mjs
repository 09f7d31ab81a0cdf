// @ts-check
/**
 * A campaign page rendered on a server, without any framework: it is read and signed before a script
 * has come, and where none ever comes.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { CampaignActionsError, createCampaignActions } from 'campaign-actions-web';
import { STYLES, campaignDocumentHtml } from 'campaign-actions-web/html';

const API = process.env.CAMPAIGN_ACTIONS_URL ?? 'http://localhost:1337/api/campaign-actions';
const PORT = Number(process.env.PORT ?? 4001);
const FILES = new URL('.', import.meta.resolve('campaign-actions-web'));

const strapi = new URL(API).origin;
const styles = STYLES.map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
);
/** Nothing but this may load or be sent; what the campaign's own scripts need is added to it. */
const POLICY = [
  "default-src 'none'",
  `style-src ${styles.join(' ')}`,
  `img-src 'self' ${strapi}`,
  `connect-src ${strapi}`,
  "worker-src 'self'",
  `form-action ${strapi}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** @param {string} locale @param {string} slug @param {URL} address */
const render = async (locale, slug, address) => {
  const preview = address.searchParams.get('preview');
  const client = createCampaignActions({ baseUrl: API, locale });
  const campaign = await client.campaign(slug, preview === null ? {} : { preview });
  const { organisation, share, contentSecurityPolicy } = campaign;
  const place = {
    baseUrl: API,
    locale: campaign.locale,
    pageUrl: address.origin + address.pathname,
    campaignUrl: '/{locale}/{slug}',
    organisation,
    share,
    preview,
  };
  const modules = ['/files/campaign-elements.js'];
  return {
    page: campaignDocumentHtml(campaign, place, { modules }).text,
    scripts: ["'self'", ...contentSecurityPolicy.scriptSrc],
  };
};

const server = createServer((request, response) => {
  const address = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const [, first = '', second = ''] = address.pathname.split('/');
  /** @param {number} status @param {string} type @param {string | Buffer} body @param {string[]} scripts */
  const answer = (status, type, body, scripts = []) => {
    response.writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': [...POLICY, `script-src ${scripts.join(' ')}`].join('; '),
    });
    response.end(body);
  };
  const answering =
    first === 'files' && /^[\w-]+\.js$/.test(second)
      ? readFile(new URL(second, FILES)).then((bytes) => answer(200, 'text/javascript', bytes))
      : render(first, decodeURIComponent(second || 'nothing'), address).then(({ page, scripts }) =>
          answer(200, 'text/html', page, scripts),
        );
  answering.catch((/** @type {unknown} */ error) => {
    const status = error instanceof CampaignActionsError && error.status === 404 ? 404 : 502;
    answer(status, 'text/plain', error instanceof CampaignActionsError ? error.message : '');
  });
});

server.listen(PORT, () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const path = '/en/attacks-on-lgbti-people-in-chechnya-must-stop';
  console.log(`The page is at http://localhost:${port}${path}`);
});
