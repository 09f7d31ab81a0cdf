import { type Door, askedLocale } from '../http/door';
import type { PageBoard } from './board';
import type { PublishedType } from './store';

/** A page of this type, for everybody who may read its type; a static build does without counters. */
export const pageDoor = (path: string, type: PublishedType, pages: PageBoard): Door => ({
  method: 'GET',
  path,
  grant: `${type}.findOne`,
  answer: ({ id, query }) =>
    pages.reply({ id, locale: askedLocale(query), counters: query.get('counters') !== 'false' }),
});
