import type { Core } from '@strapi/strapi';
import { forPanelUsers } from '../http/panel-users';
import { ACTION, CAMPAIGN, READ_CONTENT } from '../plugin';
import { makePreview } from './panel-controller';

/** Links to drafts, for whoever may read these in the content-manager. */
export const previewPanelRoutes = ({ strapi }: { strapi: Core.Strapi }): Core.Router => ({
  type: 'admin',
  routes: [
    {
      method: 'POST',
      path: '/campaigns/:documentId/preview',
      handler: makePreview(strapi, 'campaign'),
      info: {},
      config: forPanelUsers({ action: READ_CONTENT, subject: CAMPAIGN }),
    },
    {
      method: 'POST',
      path: '/actions/:documentId/preview',
      handler: makePreview(strapi, 'action'),
      info: {},
      config: forPanelUsers({ action: READ_CONTENT, subject: ACTION }),
    },
  ],
});
