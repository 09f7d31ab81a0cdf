import type { Core } from '@strapi/strapi';
import type { Unready } from '../../../contracts/ready';
import type { Slice } from '../assemble';
import { controllerOf, routesTo } from '../http/routed';
import { service } from '../plugin';
import { readinessDoors } from './doors';
import { createProbing, probeDatabase } from './probe';
import { createTables } from './tables';

/** Whether this server can take signatures, as far as it can tell. */
export interface Readiness {
  /** Why it cannot; none: it can. */
  reasons(): Promise<Unready[]>;
  mailWaits(): Promise<boolean>;
  /** From now on it says that it is stopping. */
  stop(): void;
}

const readiness = ({ strapi }: { strapi: Core.Strapi }): Readiness => {
  let stopping = false;
  const keys = service(strapi, 'operatorKeys');
  const probed = createProbing(() => probeDatabase(strapi.db.connection));
  return {
    async reasons() {
      if (stopping) return ['stopping'];
      const found = await probed();
      return keys.problems.length > 0 ? [...found, 'keys'] : found;
    },
    // A database that is away is a reason, not a warning.
    mailWaits: () =>
      service(strapi, 'books')
        .outbox.isLate()
        .catch(() => false),
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
