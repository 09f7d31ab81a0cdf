import type { Slice } from '../assemble';
import { forPanelUsers } from '../http/panel-users';
import { PERMISSIONS } from '../plugin';

/** Doors of the admin panel, under `/campaign-actions`. */
export const panelRoutes: NonNullable<Slice['routes']>[string] = {
  type: 'admin',
  routes: [
    {
      method: 'GET',
      path: '/actions/:documentId/held',
      handler: 'signatures-panel.held',
      config: forPanelUsers(PERMISSIONS.readOverview),
    },
    {
      method: 'POST',
      path: '/actions/:documentId/held/admit',
      handler: 'signatures-panel.admit',
      config: forPanelUsers(PERMISSIONS.invalidate),
    },
  ],
};
