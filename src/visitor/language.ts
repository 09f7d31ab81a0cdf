import type { Context } from 'koa';

export type Language = 'en' | 'fr';

/** Of this host's own small pages: as asked by the address, else as the browser prefers. */
export const languageOf = (ctx: Context): Language => {
  const { locale } = ctx.query;
  if (locale === 'en' || locale === 'fr') return locale;
  return ctx.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
};
