import type { RequestListener } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { service } from '../plugin';
import { type EarlyPath, createEarlyPath } from './early-path';
import { createGate } from './gate';
import { createGrants } from './grants';
import { proxyHops, proxyOf, proxyWarning } from './proxy-hops';
import { type WhoAsks, createWhoAsks } from './who-asks';

const earlyPath = ({ strapi }: { strapi: Core.Strapi }): EarlyPath =>
  createEarlyPath(strapi, createGrants(strapi), service(strapi, 'whoAsks'));

const whoAsks = ({ strapi }: { strapi: Core.Strapi }): WhoAsks =>
  createWhoAsks(proxyHops(proxyOf(strapi)));

/** Koa's own listener stays what it was: it gets all that is not answered early. */
const putInFront = (strapi: Core.Strapi): void => {
  const { httpServer } = strapi.server;
  const listeners = httpServer.listeners('request') as RequestListener[];
  const pass: RequestListener = (request, response) => {
    for (const listener of listeners) listener(request, response);
  };
  httpServer.removeAllListeners('request');
  httpServer.on('request', service(strapi, 'earlyPath').inFrontOf(pass));
};

export const httpSlice: Slice = {
  services: { earlyPath, whoAsks },
  register({ strapi }) {
    strapi.server.use(createGate(strapi));
  },
  bootstrap({ strapi }) {
    const warning = proxyWarning(proxyOf(strapi));
    if (warning) strapi.log.warn(`[campaign-actions] ${warning}`);
    if (options(strapi).earlyPath) putInFront(strapi);
  },
  destroy: ({ strapi }) => service(strapi, 'earlyPath').close(),
};
