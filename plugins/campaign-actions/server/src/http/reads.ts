import type { Core } from '@strapi/strapi';
import { USERS_PERMISSIONS } from '../plugin';

/** Whether the host has roles that an administrator can grant reads to. */
export const hasRoles = (strapi: Core.Strapi): boolean => USERS_PERMISSIONS in strapi.plugins;

interface Read {
  path: string;
  /** Must be a name: Strapi derives the permission from it, and a function has none. */
  handler: string;
}

/**
 * Content routes under Strapi's permissions. Without users-permissions nobody could be granted
 * anything and Strapi would answer every visitor 401, so there they are open to all.
 */
export const readRoutes =
  (reads: Read[]): Core.RouterConfig =>
  ({ strapi }) => ({
    type: 'content-api',
    routes: reads.map(({ path, handler }) => ({
      method: 'GET',
      path,
      handler,
      ...(hasRoles(strapi) ? {} : { config: { auth: false } }),
    })),
  });
