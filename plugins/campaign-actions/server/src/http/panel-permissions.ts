import type { Core } from '@strapi/strapi';
import { PANEL_PERMISSIONS, PLUGIN_ID, PLUGIN_UID } from '../plugin';

/** The last segment of Strapi's permission ids: `plugin::campaign-actions.offset.update` is `offset.update`. */
const nameOf = (uid: string): string => uid.slice(`${PLUGIN_UID}.`.length);

/** The part of Strapi's admin that this file uses; it ships no types for it. */
interface AdminPermissions {
  actionProvider: { registerMany(actions: Record<string, string>[]): Promise<unknown> };
}

/**
 * Declares what an administrator can allow a role; the super admin is allowed it from the start. To be
 * done before Strapi is loaded: later it refuses.
 *
 * @param names what each permission lets, in words
 */
export const registerPermissions = async (
  strapi: Core.Strapi,
  subCategory: string,
  names: Record<string, string>,
): Promise<void> => {
  const { actionProvider } = strapi.service(PANEL_PERMISSIONS) as AdminPermissions;
  await actionProvider.registerMany(
    Object.entries(names).map(([uid, displayName]) => ({
      section: 'plugins',
      pluginName: PLUGIN_ID,
      uid: nameOf(uid),
      displayName,
      subCategory,
    })),
  );
};
