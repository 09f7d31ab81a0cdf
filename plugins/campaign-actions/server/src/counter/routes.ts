import type { Slice } from '../assemble';
import { forPanelUsers } from '../http/panel-users';
import { PERMISSIONS } from '../plugin';

/** Doors of the admin panel, under `/campaign-actions`. */
export const counterRoutes: Slice['routes'] = {
  'counter-panel': {
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/actions/:documentId/counter',
        handler: 'counter-panel.read',
        config: forPanelUsers(PERMISSIONS.readOverview),
      },
      {
        method: 'GET',
        path: '/actions/:documentId/offsets',
        handler: 'counter-panel.history',
        config: forPanelUsers(PERMISSIONS.readOverview),
      },
      {
        method: 'PUT',
        path: '/actions/:documentId/offset',
        handler: 'counter-panel.changeOffset',
        config: forPanelUsers(PERMISSIONS.updateOffset),
      },
    ],
  },
};
