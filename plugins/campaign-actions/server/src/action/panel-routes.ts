import type { Core } from '@strapi/strapi';
import { ACTION, READ_CONTENT } from '../plugin';
import { findChoices } from './panel-controller';

/** What the panel asks about actions: whoever may read them there may pick one. */
export const panelRoutes = ({ strapi }: { strapi: Core.Strapi }): Core.Router => ({
  type: 'admin',
  routes: [
    {
      method: 'GET',
      path: '/actions',
      handler: findChoices(strapi),
      info: {},
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          {
            name: 'admin::hasPermissions',
            config: { actions: [{ action: READ_CONTENT, subject: ACTION }] },
          },
        ],
      },
    },
  ],
});
