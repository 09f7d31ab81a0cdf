import type { Core } from '@strapi/strapi';
import { type Door, askedLocale } from '../http/door';
import { Problem, fieldError } from '../http/problems';
import { COUNTER_CACHE, readReply } from '../http/reply';
import { service } from '../plugin';
import { countersOf } from './counters';

const MOST_AT_ONCE = 100;

/** @throws Problem 400 */
const named = (query: URLSearchParams): string[] => {
  const lists = [...query.getAll('actions'), ...query.getAll('actions[]')];
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim());
  const asked = [...new Set(names.filter((name) => name !== ''))];
  if (asked.length > MOST_AT_ONCE)
    throw new Problem('invalid', [fieldError(['actions'], 'too-long')]);
  return asked;
};

/** Counters for everybody: users-permissions would cost more than the whole answer. */
export const counterDoors = (strapi: Core.Strapi) => {
  const counters = (names: string[], query: URLSearchParams) =>
    countersOf(service(strapi, 'catalogue'), names, askedLocale(query));
  const findOne: Door = {
    method: 'GET',
    path: '/actions/:id/counter',
    async answer({ id, query }) {
      const data = (await counters([id], query)).get(id);
      if (!data) throw new Problem('not-found');
      return readReply({ data, meta: {} }, COUNTER_CACHE);
    },
  };
  const find: Door = {
    method: 'GET',
    path: '/counters',
    async answer({ query }) {
      const found = await counters(named(query), query);
      return readReply({ data: Object.fromEntries(found), meta: {} }, COUNTER_CACHE);
    },
  };
  const stream: Door = {
    method: 'GET',
    path: '/actions/:id/counter/stream',
    answer: ({ id, query, address }) =>
      service(strapi, 'streams').open({ id, locale: askedLocale(query), address }),
  };
  return { findOne, find, stream };
};
