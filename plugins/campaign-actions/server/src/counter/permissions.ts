import { type PanelPermission, registerPermissions } from '../http/panel-permissions';
import type { Core } from '@strapi/strapi';
import { PERMISSIONS } from '../plugin';

const ALLOWED: PanelPermission[] = [
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

export const counterPermissions = {
  register: (strapi: Core.Strapi): Promise<void> => registerPermissions(strapi, ALLOWED),
};
