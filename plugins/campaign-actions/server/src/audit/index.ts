import type { Slice } from '../assemble';
import { registerPermissions } from '../http/panel-permissions';
import { PERMISSIONS } from '../plugin';
import { auditRoutes } from './read';
import { createTables } from './tables';

export const auditSlice: Slice = {
  createTables,
  routes: { audit: auditRoutes },
  register: ({ strapi }) =>
    registerPermissions(strapi, 'Audit', { [PERMISSIONS.readAudit]: 'Read who did what' }),
};
