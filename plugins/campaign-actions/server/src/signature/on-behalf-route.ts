import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/**
 * A server that posts for its visitors asks here whether its API token may. This is also where
 * Strapi's list of token permissions has `sign-on-behalf` from: it knows those of routes alone.
 */
export const onBehalfRoute: Core.RouterConfig = {
  type: 'content-api',
  routes: [{ method: 'GET', path: '/on-behalf', handler: 'signatures.sign-on-behalf' }],
};

export const onBehalfController = {
  'sign-on-behalf': (ctx: Context): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: { status: 'allowed' }, meta: {} };
  },
};
