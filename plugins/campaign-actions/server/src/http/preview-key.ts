import type { Context } from 'koa';

/** The one query key that carries a token: a browser shows a draft by its address alone. */
export const PREVIEW = 'preview';

const names = (part: string): boolean => new URLSearchParams(part).has(PREVIEW);

/**
 * Takes preview tokens out of a request's address before anybody writes it into a log: Strapi's
 * logger, and whatever a host has put behind the gate, see the rest of the query alone.
 */
export const keepBack = (ctx: Context): void => {
  const parts = ctx.querystring.split('&');
  if (!parts.some(names)) return;
  ctx.state.previewTokens = parts.flatMap((part) => new URLSearchParams(part).getAll(PREVIEW));
  ctx.querystring = parts.filter((part) => !names(part)).join('&');
  ctx.originalUrl = ctx.url;
};

/** What was taken out. */
export const keptBack = (ctx: Context): string[] =>
  (ctx.state.previewTokens as string[] | undefined) ?? [];
