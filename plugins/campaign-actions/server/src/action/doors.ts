import type { Core } from '@strapi/strapi';
import { ACTION, service } from '../plugin';
import { withDrafts } from '../preview/draft-door';
import { pageDoor } from '../publication/page-door';

/** An action by itself, published or with a preview token its draft. */
export const actionDoors = (strapi: Core.Strapi) => ({
  findOne: withDrafts(
    strapi,
    ACTION,
    pageDoor('/actions/:id', ACTION, service(strapi, 'actionPages')),
  ),
});
