import type { Core } from '@strapi/strapi';

/** What a host says of the reverse proxies in front of it: what Koa is told, too. */
export interface Proxy {
  koa: boolean;
  maxIpsCount: number;
}

export const proxyOf = (strapi: Core.Strapi): Proxy => ({
  koa: strapi.config.get<boolean>('server.proxy.koa', false),
  maxIpsCount: strapi.config.get<number>('server.proxy.maxIpsCount', 0),
});

/** How many reverse proxies the operator says stand in front. */
export const proxyHops = ({ koa, maxIpsCount }: Proxy): number => (koa ? maxIpsCount : 0);

/** A sentence for an operator whose setting lets a client name its own address; else null. */
export const proxyWarning = ({ koa, maxIpsCount }: Proxy): string | null =>
  koa && maxIpsCount === 0
    ? 'server.proxy.koa is on and server.proxy.maxIpsCount is 0: Strapi believes whatever address a client writes. Set it to the number of proxies in front (PROXY_HOPS).'
    : null;
