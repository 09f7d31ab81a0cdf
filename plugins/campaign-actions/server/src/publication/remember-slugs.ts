import type { Core } from '@strapi/strapi';
import { ACTION, CAMPAIGN } from '../plugin';
import { changesWhatIsPublished } from './follow-changes';
import { createPublicationStore, type Address, type PublishedType } from './store';

const isPublishedType = (uid: string): uid is PublishedType => uid === CAMPAIGN || uid === ACTION;

/**
 * Remembers the published slugs of a document each time they may be about to change. Before, and
 * not after: then no crash in between can lose a link that is out in the world.
 */
export const rememberSlugs = (strapi: Core.Strapi): void => {
  const store = createPublicationStore(strapi);
  strapi.documents.use(async ({ uid, action, params }, next) => {
    const { documentId, status } = params as { documentId?: string; status?: string };
    if (documentId && isPublishedType(uid) && changesWhatIsPublished(action, status)) {
      const published = await store.rows<Address>(
        uid,
        [documentId],
        ['documentId', 'locale', 'slug'],
      );
      await store.remember(uid, published, new Date().toISOString().slice(0, 10));
    }
    return next();
  });
};
