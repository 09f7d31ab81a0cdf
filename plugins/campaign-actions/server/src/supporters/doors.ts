import type { Core } from '@strapi/strapi';
import { type Door, askedLocale } from '../http/door';
import { service } from '../plugin';

/** Who agreed to be seen. */
export const supporterDoors = (strapi: Core.Strapi): Record<string, Door> => ({
  find: {
    method: 'GET',
    path: '/actions/:id/supporters',
    answer: ({ id, query }) => service(strapi, 'supporters').page.read(id, askedLocale(query)),
  },
});
