import path from 'node:path';
import type { Core } from '@strapi/strapi';

const server = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const hops = env.int('PROXY_HOPS', 0);
  return {
    host: env('HOST', '0.0.0.0'),
    port: env.int('PORT', 1337),
    url: env('PUBLIC_URL', ''),
    app: { keys: env.array('APP_KEYS', []) },
    dirs: { public: path.resolve(env('PUBLIC_DIR', 'public')) },
    // With proxy.koa on and maxIpsCount left at 0, Koa believes the address that the client wrote
    // itself; counting hops from the right believes the proxies alone.
    proxy: { koa: hops > 0, maxIpsCount: hops },
  };
};

export default server;
