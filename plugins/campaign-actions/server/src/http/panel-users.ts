import { HAS_PERMISSIONS, PANEL_USER } from '../plugin';

/** A permission, for one content type where it is the content-manager's. */
type Permission = string | { action: string; subject: string };

/** Configures a route of the panel: for signed-in users whom an administrator allowed this. */
export const forPanelUsers = (permission: Permission) => ({
  policies: [PANEL_USER, { name: HAS_PERMISSIONS, config: { actions: [permission] } }],
});
