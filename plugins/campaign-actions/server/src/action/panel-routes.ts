import type { Core } from '@strapi/strapi';
import { forPanelUsers } from '../http/panel-users';
import { ACTION, READ_CONTENT } from '../plugin';
import { findChoices, findPending } from './panel-controller';

const forReaders = forPanelUsers({ action: READ_CONTENT, subject: ACTION });

/** What the panel asks about actions, for whoever may read them there. */
export const panelRoutes = ({ strapi }: { strapi: Core.Strapi }): Core.Router => ({
  type: 'admin',
  routes: [
    {
      method: 'GET',
      path: '/actions',
      handler: findChoices(strapi),
      info: {},
      config: forReaders,
    },
    {
      method: 'GET',
      path: '/actions/:documentId/pending',
      handler: findPending(strapi),
      info: {},
      config: forReaders,
    },
  ],
});
