import type { Core } from '@strapi/strapi';
import { stateOf } from '../action/policy';
import type { Door } from '../http/door';
import { Problem } from '../http/problems';
import { deedReply } from '../http/reply';
import { service } from '../plugin';
import { makeChallenge } from './pass';
import { prefixesOf } from './prefix';

export const guardDoors = (strapi: Core.Strapi) => {
  /** Each is another one: nobody may keep it. */
  const challenge: Door = {
    method: 'GET',
    path: '/actions/:id/challenge',
    async answer({ id, address }) {
      const { limits, challenges } = service(strapi, 'guard');
      const entry = await service(strapi, 'catalogue').find(id);
      // Without proof of work there is nothing to be solved, and a client goes on without.
      if (!challenges || !entry || entry.policy.unpublishedAt !== null)
        throw new Problem('not-found');
      if (stateOf(entry.policy, new Date()) === 'closed') throw new Problem('closed');
      const who = address();
      const from = who === null ? null : prefixesOf(who);
      const data = await makeChallenge({ limits, challenges }, entry.policy.action, from);
      return deedReply({ status: 200, body: { data, meta: {} } });
    },
  };
  return { challenge };
};
