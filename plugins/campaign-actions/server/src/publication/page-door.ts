import { type Door, type PublicRequest, askedLocale } from '../http/door';
import type { PageBoard } from './board';
import type { Asked } from './reader';
import type { PublishedType } from './store';

/** Which page a request asks for. */
export const askedPage = ({ id, query }: Pick<PublicRequest, 'id' | 'query'>): Asked => ({
  id,
  locale: askedLocale(query),
  counters: query.get('counters') !== 'false',
});

/** A page of this type, for everybody who may read its type; a static build does without counters. */
export const pageDoor = (path: string, type: PublishedType, pages: PageBoard): Door => ({
  method: 'GET',
  path,
  grant: `${type}.findOne`,
  answer: (request) => pages.reply(askedPage(request)),
});
