import type { Core } from '@strapi/strapi';
import { PANEL_PERMISSIONS, PLUGIN_ID, PLUGIN_UID } from '../plugin';

/** Something an administrator can allow a role. */
export interface PanelPermission {
  uid: string;
  displayName: string;
  subCategory: string;
}

/** The last segment of Strapi's permission ids: `plugin::campaign-actions.offset.update` is `offset.update`. */
const nameOf = (uid: string): string => uid.slice(`${PLUGIN_UID}.`.length);

/** The part of Strapi's admin that this file uses; it ships no types for it. */
interface AdminPermissions {
  actionProvider: { registerMany(actions: Record<string, string>[]): Promise<unknown> };
}

/** Must happen before Strapi is loaded; later it refuses. */
export const registerPermissions = async (
  strapi: Core.Strapi,
  permissions: PanelPermission[],
): Promise<void> => {
  const { actionProvider } = strapi.service(PANEL_PERMISSIONS) as AdminPermissions;
  await actionProvider.registerMany(
    permissions.map(({ uid, displayName, subCategory }) => ({
      section: 'plugins',
      pluginName: PLUGIN_ID,
      uid: nameOf(uid),
      displayName,
      subCategory,
    })),
  );
};
