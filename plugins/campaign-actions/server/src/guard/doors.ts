import type { Core } from '@strapi/strapi';
import { stateOf } from '../action/policy';
import { PREVIEW, type Door } from '../http/door';
import { Problem } from '../http/problems';
import { deedReply } from '../http/reply';
import { service } from '../plugin';
import { sayingNoReferrer } from '../preview/no-referrer';
import { makeChallenge } from './pass';
import { prefixesOf } from './prefix';

export const guardDoors = (strapi: Core.Strapi) => {
  const openAction = async (id: string): Promise<string> => {
    const entry = await service(strapi, 'catalogue').find(id);
    if (!entry || entry.policy.unpublishedAt !== null) throw new Problem('not-found');
    if (stateOf(entry.policy, new Date()) === 'closed') throw new Problem('closed');
    return entry.policy.action;
  };
  const draftAction = async (asked: { id: string; locale: null }, token: string): Promise<string> =>
    (await service(strapi, 'previews').action(asked, token)).policy.action;

  /** Each is another one: nobody may keep it. */
  const challenge: Door = {
    method: 'GET',
    path: '/actions/:id/challenge',
    async answer({ id, query, address }) {
      const { limits, challenges } = service(strapi, 'guard');
      const preview = query.get(PREVIEW);
      const action =
        preview === null ? await openAction(id) : await draftAction({ id, locale: null }, preview);
      // Without proof of work there is nothing to be solved, and a client goes on without.
      if (!challenges) throw new Problem('not-found');
      const who = address();
      const from = who === null ? null : prefixesOf(who);
      const data = await makeChallenge({ limits, challenges }, action, from);
      return deedReply({ status: 200, body: { data, meta: {} } });
    },
  };
  return { challenge: sayingNoReferrer(challenge) };
};
