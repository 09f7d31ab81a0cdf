import type { Slice } from '../assemble';
import { options } from '../config';
import { registerPermissions } from '../http/panel-permissions';
import { PERMISSIONS } from '../plugin';
import { mailPanelRoutes } from './panel-routes';
import { createTables } from './tables';
import { mailWarnings } from './warnings';

export const mailSlice: Slice = {
  createTables,
  routes: { 'mail-panel': mailPanelRoutes },
  register: ({ strapi }) =>
    registerPermissions(strapi, 'Signatures', {
      [PERMISSIONS.testSignatures]: 'Try out mails and signing',
    }),
  bootstrap({ strapi }) {
    if (strapi.config.get('environment') !== 'production') return;
    // Commands such as `strapi export` boot the plugin too, and send nothing.
    strapi.server.httpServer.once('listening', () => {
      for (const warning of mailWarnings(options(strapi)))
        strapi.log.warn(`[campaign-actions] ${warning}`);
    });
  },
};
