import type { Core } from '@strapi/strapi';
import { type Door, askedLocale, wantsCounters } from '../http/door';
import { Problem } from '../http/problems';
import { CONTENT_CACHE, readReply } from '../http/reply';
import { ACTION } from '../plugin';
import { createReader } from '../publication/reader';
import { actionPage } from './page';

/** An action by itself, for everybody who may read actions. */
export const actionDoors = (strapi: Core.Strapi) => {
  const findOne: Door = {
    method: 'GET',
    path: '/actions/:id',
    grant: `${ACTION}.findOne`,
    async answer({ id, query }) {
      const asked = { id, locale: askedLocale(query), counters: wantsCounters(query) };
      const data = await actionPage(createReader(strapi), asked);
      if (!data) throw new Problem('not-found');
      return readReply({ data, meta: {} }, CONTENT_CACHE);
    },
  };
  return { findOne };
};
