import type { Core } from '@strapi/strapi';
import { type Door, askedLocale, wantsCounters } from '../http/door';
import { ACTION, service } from '../plugin';

/** An action by itself, for everybody who may read actions. */
export const actionDoors = (strapi: Core.Strapi) => {
  const pages = service(strapi, 'actionPages');
  const findOne: Door = {
    method: 'GET',
    path: '/actions/:id',
    grant: `${ACTION}.findOne`,
    answer: ({ id, query }) =>
      pages.reply({ id, locale: askedLocale(query), counters: wantsCounters(query) }),
  };
  return { findOne };
};
