import type { Core } from '@strapi/strapi';
import { hasRoles } from '../http/reads';
import { PLUGIN_ID, PUBLIC_PERMISSIONS, PUBLIC_ROLES, READS } from '../plugin';

const GRANTED = 'public-reads-granted';

const grantToPublicRole = async (strapi: Core.Strapi): Promise<void> => {
  const found: unknown = await strapi.db
    .query(PUBLIC_ROLES)
    .findOne({ where: { type: 'public' }, populate: { permissions: true } });
  if (!found) return;
  const { id, permissions } = found as { id: number; permissions: { action: string }[] };
  const granted = permissions.map(({ action }) => action);
  for (const action of READS.filter((read) => !granted.includes(read))) {
    await strapi.db.query(PUBLIC_PERMISSIONS).create({ data: { action, role: id } });
  }
};

/**
 * Lets the public read what is published, at the first start only: what an administrator takes
 * away later stays away.
 */
export const grantReads = async (strapi: Core.Strapi): Promise<void> => {
  if (!hasRoles(strapi)) {
    strapi.log.warn(
      '[campaign-actions] Campaign pages and actions can be read by everybody: the plugin users-permissions is not there to restrict them. Install @strapi/plugin-users-permissions if you want to.',
    );
    return;
  }
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
  if (await store.get({ key: GRANTED })) return;
  await grantToPublicRole(strapi);
  await store.set({ key: GRANTED, value: true });
};
