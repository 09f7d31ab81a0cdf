import type { Core } from '@strapi/strapi';
import { type Door, askedLocale, wantsCounters } from '../http/door';
import { Problem } from '../http/problems';
import { CONTENT_CACHE, readReply } from '../http/reply';
import { CAMPAIGN } from '../plugin';
import { createReader } from '../publication/reader';
import { campaignPage } from './page';

/** The whole page, for everybody who may read campaigns. */
export const campaignDoors = (strapi: Core.Strapi) => {
  const findOne: Door = {
    method: 'GET',
    path: '/campaigns/:id',
    grant: `${CAMPAIGN}.findOne`,
    async answer({ id, query }) {
      const asked = { id, locale: askedLocale(query), counters: wantsCounters(query) };
      const data = await campaignPage(createReader(strapi), asked);
      if (!data) throw new Problem('not-found');
      return readReply({ data, meta: {} }, CONTENT_CACHE);
    },
  };
  return { findOne };
};
