import type { Slice } from '../assemble';
import { PERMISSIONS } from '../plugin';

const allowed = (action: string) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [action] } },
  ],
});

/** Doors of the admin panel, under `/campaign-actions`. */
export const counterRoutes: Slice['routes'] = {
  'counter-panel': {
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/actions/:documentId/counter',
        handler: 'counter-panel.read',
        config: allowed(PERMISSIONS.readOverview),
      },
      {
        method: 'GET',
        path: '/actions/:documentId/offsets',
        handler: 'counter-panel.history',
        config: allowed(PERMISSIONS.readOverview),
      },
      {
        method: 'PUT',
        path: '/actions/:documentId/offset',
        handler: 'counter-panel.changeOffset',
        config: allowed(PERMISSIONS.updateOffset),
      },
    ],
  },
};
