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
    {
      method: 'POST',
      path: '/actions/:documentId/test-signatures',
      handler: 'test-signatures.start',
      config: forPanelUsers(PERMISSIONS.testSignatures),
    },
    {
      method: 'GET',
      path: '/actions/:documentId/test-signatures/:id',
      handler: 'test-signatures.follow',
      config: forPanelUsers(PERMISSIONS.testSignatures),
    },
  ],
};
