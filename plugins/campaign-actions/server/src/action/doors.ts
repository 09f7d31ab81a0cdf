import type { Core } from '@strapi/strapi';
import { ACTION, service } from '../plugin';
import { pageDoor } from '../publication/page-door';

/** An action by itself. */
export const actionDoors = (strapi: Core.Strapi) => ({
  findOne: pageDoor('/actions/:id', ACTION, service(strapi, 'actionPages')),
});
