import type { Core } from '@strapi/strapi';
import { type Door, askedLocale, wantsCounters } from '../http/door';
import { CAMPAIGN, service } from '../plugin';

/** The whole page, for everybody who may read campaigns. */
export const campaignDoors = (strapi: Core.Strapi) => {
  const pages = service(strapi, 'campaignPages');
  const findOne: Door = {
    method: 'GET',
    path: '/campaigns/:id',
    grant: `${CAMPAIGN}.findOne`,
    answer: ({ id, query }) =>
      pages.reply({ id, locale: askedLocale(query), counters: wantsCounters(query) }),
  };
  return { findOne };
};
