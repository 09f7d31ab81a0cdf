import type { Slice } from '../assemble';
import { forPanelUsers } from '../http/panel-users';
import { PERMISSIONS } from '../plugin';

const BASE = '/actions/:documentId/invalidations';

const route = (method: 'GET' | 'POST', path: string, deed: string) => ({
  method,
  path: `${BASE}${path}`,
  handler: `invalidations.${deed}`,
  config: forPanelUsers(PERMISSIONS.invalidate),
});

/** Doors of the admin panel, under `/campaign-actions`. */
export const panelRoutes: NonNullable<Slice['routes']>[string] = {
  type: 'admin',
  routes: [
    route('POST', '', 'look'),
    route('GET', '', 'list'),
    route('GET', '/:id', 'show'),
    route('POST', '/:id/start', 'start'),
    route('POST', '/:id/cancel', 'cancel'),
    route('POST', '/:id/undo', 'undo'),
  ],
};
