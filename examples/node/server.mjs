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
/** Never what a visitor's request calls this host: it would stand in the page for everybody. */
let site = process.env.SITE_URL;
const FILES = new URL('.', import.meta.resolve('campaign-actions-web'));

const strapi = new URL(API).origin;
const styles = STYLES.map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
);

/**
 * Nothing but this may load or be sent.
 *
 * @param {string[]} scripts what the campaign's own scripts need
 * @param {string[]} onward where its form leads on to: browsers hold redirects against the policy, too
 */
const policy = (scripts, onward) =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    `style-src ${styles.join(' ')}`,
    `img-src 'self' ${strapi}`,
    `connect-src ${strapi}`,
    "worker-src 'self'",
    ['form-action', strapi, ...onward].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The address of a draft holds a token: it is kept by nobody, and told to nobody. */
const QUIET = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

/** @param {string} locale @param {string} slug @param {string | null} preview */
const render = async (locale, slug, preview) => {
  const client = createCampaignActions({ baseUrl: API, locale });
  const read = await client.campaign(slug, preview === null ? {} : { preview });
  // Any script on a draft could read the token.
  const campaign = preview === null ? read : { ...read, scripts: [] };
  const { organisation, share, action, contentSecurityPolicy } = campaign;
  const path = [campaign.locale, campaign.slug ?? slug].map(encodeURIComponent).join('/');
  const place = {
    baseUrl: API,
    locale: campaign.locale,
    pageUrl: `${site}/${path}`,
    campaignUrl: '/{locale}/{slug}',
    organisation,
    share,
    preview,
  };
  const modules = ['/files/campaign-elements.js'];
  const thanks = action?.confirmation === 'none' ? action.thanks?.redirectUrl : null;
  return {
    page: campaignDocumentHtml(campaign, place, { modules }).text,
    allowed: policy(
      preview === null ? contentSecurityPolicy.scriptSrc : [],
      thanks ? [new URL(thanks).origin] : [],
    ),
  };
};

/** @param {string} url @throws {URIError} where it holds what nobody can read */
const readAddress = (url) => {
  const [path = '', query = ''] = url.split('?');
  const [, first = '', second = ''] = path.split('/').map(decodeURIComponent);
  return { first, second, preview: new URLSearchParams(query).get('preview') };
};

/** @param {unknown} error */
const statusOf = (error) => {
  if (error instanceof URIError) return 400;
  return error instanceof CampaignActionsError && error.status === 404 ? 404 : 502;
};

const server = createServer((request, response) => {
  /** @param {number} status @param {string} type @param {string | Buffer} body @param {object} [headers] */
  const answer = (status, type, body, headers = {}) => {
    response.writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy([], []),
      ...headers,
    });
    response.end(body);
  };
  const answering = async () => {
    const { first, second, preview } = readAddress(request.url ?? '/');
    if (first === 'files' && /^[\w-]+\.js$/.test(second))
      return answer(200, 'text/javascript', await readFile(new URL(second, FILES)));
    if (first === '' || second === '') return answer(404, 'text/plain', '');
    const { page, allowed } = await render(first, second, preview);
    const quiet = preview === null ? {} : QUIET;
    answer(200, 'text/html', page, { 'Content-Security-Policy': allowed, ...quiet });
  };
  answering().catch((/** @type {unknown} */ error) => {
    answer(
      statusOf(error),
      'text/plain',
      error instanceof CampaignActionsError ? error.message : '',
    );
  });
});

server.listen(PORT, () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  site ??= `http://localhost:${port}`;
  const path = '/en/attacks-on-lgbti-people-in-chechnya-must-stop';
  console.log(`The page is at http://localhost:${port}${path}`);
});
