import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { controllerOf, routesTo } from '../http/routed';
import { service } from '../plugin';
import { readinessDoors } from './doors';
import { type Found, createProbing, probeDatabase } from './probe';
import { createTables } from './tables';

/** Whether this server can take signatures, as far as it can tell. */
export interface Readiness {
  /** Without a reason against it, it can. */
  look(): Promise<Found>;
  /** From now on it says that it is stopping. */
  stop(): void;
}

const readiness = ({ strapi }: { strapi: Core.Strapi }): Readiness => {
  let stopping = false;
  const keys = service(strapi, 'operatorKeys');
  const { rateLimit, mailCaps } = options(strapi);
  const mailsPerMinute = rateLimit ? mailCaps.perMinute : 0;
  const probed = createProbing(() => probeDatabase(strapi.db.connection, mailsPerMinute));
  return {
    async look() {
      if (stopping) return { reasons: ['stopping'], mailWaits: false, mailFull: false };
      const { reasons, ...found } = await probed();
      return { reasons: keys.problems.length > 0 ? [...reasons, 'keys'] : reasons, ...found };
    },
    stop: () => void (stopping = true),
  };
};

export const readinessSlice: Slice = {
  createTables,
  services: { readiness },
  controllers: { readiness: controllerOf(readinessDoors) },
  routes: { readiness: routesTo('readiness', readinessDoors) },
  bootstrap: ({ strapi }) => service(strapi, 'earlyPath').open(readinessDoors(strapi)),
  destroy: ({ strapi }) => service(strapi, 'readiness').stop(),
};
