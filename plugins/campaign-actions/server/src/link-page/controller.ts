import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { askedLocale } from '../http/door';
import { presentOrganisation } from '../organisation/present';
import { languageOf } from './language';
import { CONTENT_SECURITY_POLICY, linkPage } from './page';

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
};

export const linkPageController = ({ strapi }: { strapi: Core.Strapi }) => {
  const organisation = presentOrganisation(strapi);
  return {
    async show(ctx: Context) {
      const asked = askedLocale(new URLSearchParams(ctx.querystring));
      const language = languageOf(asked, ctx.get('Accept-Language'));
      ctx.set(HEADERS);
      ctx.set('Content-Language', language);
      ctx.type = 'html';
      ctx.body = linkPage(language, (await organisation(language))?.name ?? null);
    },
  };
};
