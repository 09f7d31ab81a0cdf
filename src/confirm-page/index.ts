import type { Core } from '@strapi/strapi';
import type { Organisation } from 'campaign-actions-web';
import { linkDocumentHtml } from 'campaign-actions-web/html';
import type { Context } from 'koa';
import { QUIET } from '../campaign-page/answer';
import { sendUnkept } from '../campaign-page/compressed';
import { ACTION_PATTERN } from '../campaign-page/place';
import { contentSecurityPolicy, imageOrigins } from '../campaign-page/policy';
import type { Reader } from '../campaign-page/read';
import { languageOf } from '../visitor/language';
import { OTHER_LANGUAGE_SCRIPT, otherLanguageHtml } from './other-language';

const MAIN_END = '</main>';

/**
 * Serves, at `/confirm`, the page that links in mail open where the organisation names it. It knows
 * no token: that stands behind the `#`, where no server sees it.
 *
 * @param module address of what makes the element live
 */
export const serveConfirmPage = (strapi: Core.Strapi, reader: Reader, module: string): void => {
  // The same for everybody. Thanks may hold images.
  const policy = contentSecurityPolicy({
    ownScript: OTHER_LANGUAGE_SCRIPT,
    images: imageOrigins(reader),
  });
  const handler = async (ctx: Context): Promise<void> => {
    const locale = languageOf(ctx);
    // Without it the page has no name on it, and works.
    const organisation = await reader
      .read<Organisation>('/organisation', { locale })
      .catch(() => null);
    const { api: baseUrl } = reader;
    const around = { pageUrl: null, share: null, preview: null, actionUrl: ACTION_PATTERN };
    const place = { ...around, baseUrl, locale, organisation };
    const { text } = linkDocumentHtml(place, { modules: [module] });
    const page = text.replace(MAIN_END, () => otherLanguageHtml(locale) + MAIN_END);
    ctx.set({
      ...QUIET,
      'Content-Security-Policy': policy,
      'Content-Language': locale,
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
    ctx.type = 'html';
    sendUnkept(ctx, Buffer.from(page));
  };

  strapi.server.routes([{ method: 'GET', path: '/confirm', handler, config: { auth: false } }]);
};
