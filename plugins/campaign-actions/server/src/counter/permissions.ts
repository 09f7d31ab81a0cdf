import type { Core } from '@strapi/strapi';
import { PANEL_PERMISSIONS, PERMISSIONS, PLUGIN_ID, PLUGIN_UID } from '../plugin';

/** The last segment of Strapi's permission ids: `plugin::campaign-actions.offset.update` is `offset.update`. */
const nameOf = (uid: string): string => uid.slice(`${PLUGIN_UID}.`.length);

const ACTIONS = [
  { uid: PERMISSIONS.readOverview, displayName: 'See the live counter', subCategory: 'Counter' },
  {
    uid: PERMISSIONS.updateOffset,
    displayName: 'Change what was collected elsewhere',
    subCategory: 'Counter',
  },
  {
    uid: PERMISSIONS.invalidate,
    displayName: 'Set signatures aside, and let them in',
    subCategory: 'Signatures',
  },
];

/** The part of Strapi's admin that this file uses; it ships no types for it. */
interface AdminPermissions {
  actionProvider: { registerMany(actions: Record<string, string>[]): Promise<unknown> };
}

export const counterPermissions = {
  /** Must happen before Strapi is loaded; later it refuses. */
  async register(strapi: Core.Strapi): Promise<void> {
    const { actionProvider } = strapi.service(PANEL_PERMISSIONS) as AdminPermissions;
    await actionProvider.registerMany(
      ACTIONS.map(({ uid, displayName, subCategory }) => ({
        section: 'plugins',
        pluginName: PLUGIN_ID,
        uid: nameOf(uid),
        displayName,
        subCategory,
      })),
    );
  },
};
