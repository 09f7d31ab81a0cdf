import { unstable_useDocumentActions, useRBAC } from '@strapi/strapi/admin';
import { ACTION, PUBLISH_CONTENT } from '../../../server/src/plugin';

const PUBLISH_ACTIONS = [{ action: PUBLISH_CONTENT, subject: ACTION }];

/**
 * Publishes and unpublishes actions as the content-manager's own buttons do. The deeds are null for
 * somebody who may not.
 */
export const usePublishing = () => {
  const { allowedActions } = useRBAC(PUBLISH_ACTIONS);
  const { publish, unpublishMany } = unstable_useDocumentActions();
  if (!allowedActions.canPublish) return null;
  return {
    publish: (documentId: string, locale: string) =>
      publish(
        { collectionType: 'collection-types', model: ACTION, documentId, params: { locale } },
        {},
      ),
    unpublish: (documentId: string, locales: string[]) =>
      unpublishMany({ model: ACTION, documentIds: [documentId], params: { locale: locales } }),
  };
};
