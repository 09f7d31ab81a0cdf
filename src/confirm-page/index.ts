import type { Core } from '@strapi/strapi';
import type { Organisation } from 'campaign-actions-web';
import { linkDocumentHtml } from 'campaign-actions-web/html';
import type { Context } from 'koa';
import { sendCompressed } from '../campaign-page/compressed';
import { ACTION_PATTERN } from '../campaign-page/place';
import { contentSecurityPolicy } from '../campaign-page/policy';
import { createReader } from '../campaign-page/read';

const LOCALE = /^[A-Za-z\d-]{1,35}$/;

/**
 * Serves, at `/confirm`, the page that links in mail open where the organisation names it. It knows
 * no token: that stands behind the `#`, where no server sees it.
 *
 * @param module address of what makes the element live
 */
export const serveConfirmPage = (strapi: Core.Strapi, module: string): void => {
  const reader = createReader(strapi);

  const handler = async (ctx: Context): Promise<void> => {
    const { locale: asked } = ctx.query;
    const liked = ctx.acceptsLanguages('en', 'fr') || 'en';
    const locale = typeof asked === 'string' && LOCALE.test(asked) ? asked : liked;
    // Without it the page has no name on it, and works.
    const organisation = await reader
      .read<Organisation>('/organisation', { locale })
      .catch(() => null);
    const { api: baseUrl } = reader;
    const around = { pageUrl: null, share: null, preview: null, actionUrl: ACTION_PATTERN };
    const place = { ...around, baseUrl, locale, organisation };
    ctx.set({
      'Content-Security-Policy': contentSecurityPolicy([], []),
      'Content-Language': locale,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    });
    ctx.type = 'html';
    sendCompressed(ctx, Buffer.from(linkDocumentHtml(place, { modules: [module] }).text));
  };

  strapi.server.routes([{ method: 'GET', path: '/confirm', handler, config: { auth: false } }]);
};
