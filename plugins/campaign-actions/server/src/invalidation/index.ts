import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { fingerprint } from '../http/door';
import { service } from '../plugin';
import type { InvalidationUses } from './deeds';
import { panelController } from './panel-controller';
import { panelRoutes } from './panel-routes';
import { createTables } from './tables';
import { type InvalidationWorker, startInvalidating } from './worker';

/** Sets signatures aside that an editor describes, and counts them again. */
export interface Invalidations {
  uses: InvalidationUses;
  /** Something is to be done. */
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

/** Whoever does not come to the next portion within this time has died. */
const TURN_SECONDS = 15;

const invalidations = ({ strapi }: { strapi: Core.Strapi }): Invalidations => {
  const uses = { knex: strapi.db.connection, vault: service(strapi, 'vault') };
  const holder = randomBytes(16).toString('hex');
  let worker: InvalidationWorker | null = null;
  return {
    uses,
    wake: () => worker?.wake(),
    start() {
      // What is sealed would not open.
      if (service(strapi, 'operatorKeys').problems.length > 0) return;
      worker ??= startInvalidating(
        {
          ...uses,
          lease: { name: 'invalidations', holder, seconds: TURN_SECONDS },
          networks: new Map(),
        },
        (error) =>
          strapi.log.error(
            `[campaign-actions] Setting signatures aside was interrupted and goes on in a moment: ${fingerprint(error)}`,
          ),
      );
    },
    async stop() {
      await worker?.stop();
    },
  };
};

export const invalidationSlice: Slice = {
  createTables,
  services: { invalidations },
  controllers: { invalidations: panelController },
  routes: { 'invalidations-panel': panelRoutes },
  bootstrap({ strapi }) {
    // Commands such as `strapi export` boot the plugin too, and must change nothing.
    strapi.server.httpServer.once('listening', () => service(strapi, 'invalidations').start());
  },
  destroy: ({ strapi }) => service(strapi, 'invalidations').stop(),
};
