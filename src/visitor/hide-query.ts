import type { Context } from 'koa';

/** Strapi's log has a line for each request with its address, which here may hold a token or a mail. */
export const hideQuery = (ctx: Context): void => {
  Object.defineProperty(ctx, 'url', { value: ctx.path, configurable: true, writable: true });
};
