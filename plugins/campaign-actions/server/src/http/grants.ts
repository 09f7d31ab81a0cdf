import type { Core } from '@strapi/strapi';
import { after, createFresh, type Soon } from '../fresh';
import { hasRoles } from './reads';
import { PUBLIC_PERMISSIONS } from '../plugin';

/** What the public role may read: at once on the node where an administrator sets it, else within a second. */
export interface Grants {
  has(permission: string): Soon<boolean>;
}

const publicPermissions = async (strapi: Core.Strapi): Promise<Set<string>> => {
  const rows: unknown = await strapi.db
    .query(PUBLIC_PERMISSIONS)
    .findMany({ select: ['action'], where: { role: { type: 'public' } } });
  return new Set((rows as { action: string }[]).map(({ action }) => action));
};

export const createGrants = (strapi: Core.Strapi): Grants => {
  if (!hasRoles(strapi)) return { has: () => true };
  const granted = createFresh<Set<string>>(new Set(), () => publicPermissions(strapi));
  const changes = [
    'afterCreate',
    'afterCreateMany',
    'afterUpdate',
    'afterDelete',
    'afterDeleteMany',
  ];
  strapi.db.lifecycles.subscribe({
    models: [PUBLIC_PERMISSIONS],
    ...Object.fromEntries(changes.map((change) => [change, () => granted.forget()])),
  });
  return { has: (permission) => after(granted.get(), (all) => all.has(permission)) };
};
