import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { controllerOf, routesTo } from '../http/routed';
import { service } from '../plugin';
import { type Challenges, createChallenges } from './challenge';
import { guardDoors } from './doors';
import { type Limits, createLimits, noLimits } from './limits';
import { createLists } from './lists';
import type { GuardUses } from './pass';
import { createTables } from './tables';

/** Who may sign, and how often. */
export type Guard = GuardUses;

const limitsOf = (strapi: Core.Strapi): Limits => {
  const { limits } = options(strapi);
  if (!limits.on) return noLimits;
  const secret = service(strapi, 'operatorKeys').keyring.active.derived['rate-limit'];
  return createLimits(limits, (message) => createHmac('sha256', secret).update(message).digest());
};

/** One secret signs what is asked, another what solves it. */
const challengesOf = (strapi: Core.Strapi): Challenges | null => {
  if (!options(strapi).proofOfWork) return null;
  const { all } = service(strapi, 'operatorKeys').keyring;
  return createChallenges(
    all.map(({ derived }) => {
      const secretFor = (use: string): string =>
        createHmac('sha256', derived.challenge).update(use).digest('hex');
      return { signature: secretFor('signature'), key: secretFor('key') };
    }),
  );
};

const guard = ({ strapi }: { strapi: Core.Strapi }): Guard => {
  const { active } = service(strapi, 'operatorKeys').keyring;
  return {
    lists: createLists(options(strapi).limits),
    limits: limitsOf(strapi),
    challenges: challengesOf(strapi),
    // The keys in the order they stand: what was sent comes again in the same.
    fingerprint: (json) =>
      createHmac('sha256', active.derived.challenge)
        .update(`body|${JSON.stringify(json)}`)
        .digest(),
  };
};

export const guardSlice: Slice = {
  createTables,
  services: { guard },
  controllers: { guard: controllerOf(guardDoors) },
  routes: { guard: routesTo('guard', guardDoors) },
  bootstrap: ({ strapi }) => service(strapi, 'earlyPath').open(guardDoors(strapi)),
};
