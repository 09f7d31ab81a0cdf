import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createFresh } from '../fresh';
import { askedLocale } from '../http/door';
import { localeChain } from '../publication/locale';
import { createReader } from '../publication/reader';
import { CONTENT_SECURITY_POLICY, linkPage } from './page';
import type { Language } from './texts';

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
};

const languageOf = (ctx: Context): Language => {
  const [asked] = (askedLocale(new URLSearchParams(ctx.querystring)) ?? '')
    .toLowerCase()
    .split('-');
  if (asked === 'en' || asked === 'fr') return asked;
  return ctx.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
};

export const linkPageController = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = createReader(strapi);
  // Anybody may open this page, as often as they like.
  const nameIn = (language: Language) =>
    createFresh<string | null>(null, async () => {
      const chain = localeChain(language, await reader.defaultLocale());
      return (await reader.organisation(chain))?.name ?? null;
    });
  const names = { en: nameIn('en'), fr: nameIn('fr') };
  return {
    async show(ctx: Context) {
      const language = languageOf(ctx);
      ctx.set(HEADERS);
      ctx.set('Content-Language', language);
      ctx.type = 'html';
      ctx.body = linkPage(language, await names[language].get());
    },
  };
};
