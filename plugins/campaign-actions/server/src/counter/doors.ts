import type { Core } from '@strapi/strapi';
import { after } from '../fresh';
import { type Door, askedLocale } from '../http/door';
import { Problem, fieldError } from '../http/problems';
import { COUNTER_CACHE, encodedReply } from '../http/reply';
import { service } from '../plugin';
import type { CounterBoard } from './board';

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
  let known: CounterBoard | undefined;
  // Looked up once: Strapi's own look-up would cost more than the answer.
  const board = (): CounterBoard => (known ??= service(strapi, 'counterBoard'));
  const findOne: Door = {
    method: 'GET',
    path: '/actions/:id/counter',
    answer: ({ id, query }) =>
      after(board().find(id, askedLocale(query)), (counter) => {
        if (!counter) throw new Problem('not-found');
        return counter.reply;
      }),
  };
  const find: Door = {
    method: 'GET',
    path: '/counters',
    async answer({ query }) {
      const locale = askedLocale(query);
      const pairs: string[] = [];
      for (const name of named(query)) {
        const counter = await board().find(name, locale);
        if (counter) pairs.push(`${JSON.stringify(name)}:${counter.json}`);
      }
      return encodedReply(`{"data":{${pairs.join(',')}},"meta":{}}`, COUNTER_CACHE);
    },
  };
  const stream: Door = {
    method: 'GET',
    path: '/actions/:id/counter/stream',
    answer: ({ id, query, address }) =>
      service(strapi, 'streams').open({ id, locale: askedLocale(query), address: address() }),
  };
  const history: Door = {
    method: 'GET',
    path: '/actions/:id/counter/history',
    answer: ({ id, query }) => service(strapi, 'history').read(id, query),
  };
  return { findOne, find, stream, history };
};
