import type { Core } from '@strapi/strapi';
import { PREVIEW, type Door } from '../http/door';
import { service } from '../plugin';
import { askedPage } from '../publication/page-door';
import type { PublishedType } from '../publication/store';
import { sayingNoReferrer } from './no-referrer';

/**
 * A door to pages that gives the draft where a preview token comes along. One that is not good for
 * it is answered like a page that does not exist: the published one in its place would be mistaken
 * for the draft.
 */
export const withDrafts = (strapi: Core.Strapi, type: PublishedType, door: Door): Door =>
  sayingNoReferrer({
    ...door,
    answer(request) {
      const { query } = request;
      if (query.get('status') !== 'draft' || !query.has(PREVIEW)) return door.answer(request);
      const token = query.get(PREVIEW) ?? '';
      return service(strapi, 'previews').page(type, askedPage(request), token);
    },
  });
