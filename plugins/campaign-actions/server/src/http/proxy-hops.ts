import type { Core } from '@strapi/strapi';

/** How many reverse proxies the operator says stand in front: what Koa is told, too. */
export const proxyHops = (strapi: Core.Strapi): number =>
  strapi.config.get<boolean>('server.proxy.koa', false)
    ? strapi.config.get<number>('server.proxy.maxIpsCount', 0)
    : 0;
