import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { fingerprint } from '../http/door';
import { controllerOf, routesTo } from '../http/routed';
import { service } from '../plugin';
import { type Challenges, createChallenges } from './challenge';
import { guardDoors } from './doors';
import { type LimiterMaker, type Limits, createLimits, inMemory, noLimits } from './limits';
import { createLists } from './lists';
import type { GuardUses } from './pass';
import { createSharedLimits } from './shared-limits';
import { createTables } from './tables';

/** Who may sign, and how often. */
export interface Guard extends GuardUses {
  /** Where limits are shared with other servers. */
  connect(): void;
  close(): void;
}

const limitsOf = (strapi: Core.Strapi, make: LimiterMaker): Limits => {
  const { limits, rateLimit } = options(strapi);
  if (!rateLimit) return noLimits;
  const secret = service(strapi, 'operatorKeys').keyring.active.derived['rate-limit'];
  return createLimits(
    limits,
    (message) => createHmac('sha256', secret).update(message).digest(),
    make,
  );
};

const challengesOf = (strapi: Core.Strapi): Challenges | null => {
  if (!options(strapi).proofOfWork) return null;
  const { all } = service(strapi, 'operatorKeys').keyring;
  return createChallenges(
    all.map(({ derived }) => {
      const secretFor = (use: string): string =>
        createHmac('sha256', derived.challenge).update(use).digest('hex');
      return {
        signature: secretFor('signature'),
        key: secretFor('key'),
        body: secretFor('body'),
      };
    }),
  );
};

const guard = ({ strapi }: { strapi: Core.Strapi }): Guard => {
  const { redisUrl } = options(strapi);
  const shared = redisUrl
    ? createSharedLimits(redisUrl, (error) =>
        strapi.log.warn(
          `[campaign-actions] Limits are counted by this server alone: ${fingerprint(error)}`,
        ),
      )
    : null;
  return {
    connect: () => shared?.connect(),
    close: () => shared?.close(),
    lists: createLists(options(strapi).limits),
    limits: limitsOf(strapi, shared?.make ?? inMemory),
    challenges: challengesOf(strapi),
  };
};

export const guardSlice: Slice = {
  createTables,
  services: { guard },
  controllers: { guard: controllerOf(guardDoors) },
  routes: { guard: routesTo('guard', guardDoors) },
  bootstrap({ strapi }) {
    service(strapi, 'earlyPath').open(guardDoors(strapi));
    // Commands such as `strapi export` boot the plugin too, and limit nobody.
    strapi.server.httpServer.once('listening', () => service(strapi, 'guard').connect());
  },
  destroy: ({ strapi }) => service(strapi, 'guard').close(),
};
