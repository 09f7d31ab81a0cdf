import type { Context } from 'koa';

export type Language = 'en' | 'fr';

/** Of this host's own small pages: as asked by the address, `fr-CA` being French, else as the browser prefers. */
export const languageOf = (ctx: Context): Language => {
  const { locale } = ctx.query;
  const asked = typeof locale === 'string' ? /^(en|fr)(-|$)/i.exec(locale)?.[1] : undefined;
  if (asked !== undefined) return asked.toLowerCase() as Language;
  return ctx.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
};
