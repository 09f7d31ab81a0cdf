import type { Slice } from '../assemble';
import { forPanelUsers } from '../http/panel-users';
import { PERMISSIONS } from '../plugin';

/** Doors of the admin panel, under `/campaign-actions`. */
export const personRoutes: Slice['routes'] = {
  'persons-panel': {
    type: 'admin',
    routes: [
      {
        method: 'POST',
        path: '/erasures',
        handler: 'persons.erase',
        config: forPanelUsers(PERMISSIONS.eraseSignatures),
      },
      {
        method: 'POST',
        path: '/persons/export',
        handler: 'persons.export',
        config: forPanelUsers(PERMISSIONS.exportSignatures),
      },
    ],
  },
};
