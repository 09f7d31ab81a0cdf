// @ts-check
/**
 * A campaign page rendered on a server, without any framework: it is read and signed before a script
 * has come, and where none ever comes.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { CampaignActionsError, createCampaignActions } from 'campaign-actions-web';
import { STYLES, escape, pageHtml } from 'campaign-actions-web/html';

const API = process.env.CAMPAIGN_ACTIONS_URL ?? 'http://localhost:1337/api/campaign-actions';
const PORT = Number(process.env.PORT ?? 4001);
const FILES = new URL('.', import.meta.resolve('campaign-actions-web'));
const api = new URL(API).origin;

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `style-src ${STYLES.map(hashOf).join(' ')}`,
  `img-src 'self' ${api}`,
  `connect-src ${api}`,
  `form-action ${api}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types campaign-actions',
].join('; ');

/** @param {string} locale @param {string} slug @param {URL} address */
const page = async (locale, slug, address) => {
  const preview = address.searchParams.get('preview');
  const client = createCampaignActions({ baseUrl: API, locale });
  const campaign = await client.campaign(slug, preview ? { preview } : {});
  const { organisation, share, seo, title } = campaign;
  const place = {
    ...{ baseUrl: API, locale: campaign.locale, organisation, share, preview },
    pageUrl: address.origin + address.pathname,
  };
  return `<!doctype html>
<html lang="${escape(campaign.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(seo?.metaTitle ?? title ?? '')}</title>
<meta name="description" content="${escape(seo?.metaDescription ?? '')}">
<script type="module" src="/files/elements.js"></script>
</head>
<body>${pageHtml(campaign, place)}</body>
</html>`;
};

createServer((request, response) => {
  const address = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [, first = '', second = ''] = address.pathname.split('/');
  /** @param {string} type @param {string | Buffer} body */
  const answer = (type, body, status = 200) => {
    response.writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': SECURITY,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
    response.end(body);
  };
  const answering =
    first === 'files' && /^[\w-]+\.js$/.test(second)
      ? readFile(new URL(second, FILES)).then((bytes) => answer('text/javascript', bytes))
      : page(first, decodeURIComponent(second), address).then((body) => answer('text/html', body));
  answering.catch((/** @type {unknown} */ error) => {
    const known = error instanceof CampaignActionsError && error.status === 404;
    answer('text/plain', known ? error.message : 'This page is not available.', known ? 404 : 502);
  });
}).listen(PORT, () =>
  console.log(
    `The page is at http://localhost:${PORT}/en/attacks-on-lgbti-people-in-chechnya-must-stop`,
  ),
);
