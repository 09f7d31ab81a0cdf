import type { Core } from '@strapi/strapi';
import { forPanelUsers } from '../http/panel-users';
import { ACTION, PERMISSIONS, READ_CONTENT } from '../plugin';
import { mailPanel } from './panel-controller';

/** The mails of an action, for whoever may read it; a test, for whoever may try things out. */
export const mailPanelRoutes = ({ strapi }: { strapi: Core.Strapi }): Core.Router => {
  const { show, test } = mailPanel(strapi);
  return {
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/actions/:documentId/mails',
        handler: show,
        info: {},
        config: forPanelUsers({ action: READ_CONTENT, subject: ACTION }),
      },
      {
        method: 'POST',
        path: '/actions/:documentId/mails/test',
        handler: test,
        info: {},
        config: forPanelUsers(PERMISSIONS.testSignatures),
      },
    ],
  };
};
