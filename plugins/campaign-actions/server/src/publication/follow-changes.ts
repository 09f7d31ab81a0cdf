import type { Core } from '@strapi/strapi';
import { ACTION, CAMPAIGN, ORGANISATION, service } from '../plugin';

const FILE = 'plugin::upload.file';
const LOCALE = 'plugin::i18n.locale';
const SETTING = 'strapi::core-store';
const DEFAULT_LOCALE = 'plugin_i18n_default_locale';

const CHANGES = [
  'afterCreate',
  'afterCreateMany',
  'afterUpdate',
  'afterUpdateMany',
  'afterDelete',
  'afterDeleteMany',
];

/** Whether this deed of the document service may change what is published; a draft's does not. */
export const changesWhatIsPublished = (action: string, status: unknown): boolean =>
  action === 'publish' ||
  action === 'unpublish' ||
  ((action === 'update' || action === 'create') && status === 'published');

const changesPages = (uid: string, action: string, status: unknown): boolean => {
  if (uid === ORGANISATION) return ['create', 'update', 'delete'].includes(action);
  if (uid !== CAMPAIGN && uid !== ACTION) return false;
  return action === 'delete' || changesWhatIsPublished(action, status);
};

/** Campaigns, actions and the organisation, when the document service changes what is published. */
export const followDocuments = (strapi: Core.Strapi): void => {
  strapi.documents.use(async ({ uid, action, params }, next) => {
    const { documentId, status } = params as { documentId?: string; status?: string };
    if (!changesPages(uid, action, status)) return next();
    return strapi.db.transaction(async () => {
      const result = await next();
      await service(strapi, 'content').changed(documentId ?? uid);
      return result;
    });
  });
};

/** Files and languages, which Strapi changes past the document service. */
export const followFilesAndLocales = (strapi: Core.Strapi): void => {
  const content = service(strapi, 'content');
  const changed = ({ model }: { model: { uid: string } }) => content.changed(model.uid);
  strapi.db.lifecycles.subscribe({
    models: [FILE, LOCALE],
    ...Object.fromEntries(CHANGES.map((change) => [change, changed])),
  });
  strapi.db.lifecycles.subscribe({
    models: [SETTING],
    async afterUpdate({ result }) {
      const { key } = result as { key?: string };
      if (key === DEFAULT_LOCALE) await content.changed(LOCALE);
    },
  });
};
