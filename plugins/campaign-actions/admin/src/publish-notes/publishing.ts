import { unstable_useDocumentActions, useRBAC } from '@strapi/strapi/admin';
import { ACTION, PUBLISH_CONTENT } from '../../../server/src/plugin';

const PUBLISH_ACTIONS = [{ action: PUBLISH_CONTENT, subject: ACTION }];

export interface Publishing {
  publish(documentId: string, locale: string): Promise<unknown>;
  unpublish(documentId: string, locales: string[]): Promise<unknown>;
}

/**
 * Publishes and unpublishes actions as the content-manager's own buttons do; null for somebody who may
 * not.
 */
export const usePublishing = (): Publishing | null => {
  const { allowedActions } = useRBAC(PUBLISH_ACTIONS);
  const { publish, unpublishMany } = unstable_useDocumentActions();
  if (!allowedActions.canPublish) return null;
  return {
    publish: (documentId, locale) =>
      publish(
        { collectionType: 'collection-types', model: ACTION, documentId, params: { locale } },
        {},
      ),
    unpublish: (documentId, locales) =>
      unpublishMany({ model: ACTION, documentIds: [documentId], params: { locale: locales } }),
  };
};
