import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { CONTENT_CACHE, readReply } from '../http/reply';
import { controllerOf, replyThroughKoa } from '../http/routed';
import { createReader } from '../publication/reader';
import { actionDoors } from './doors';
import { listActions } from './list';

export const actionController = ({ strapi }: { strapi: Core.Strapi }) => ({
  ...controllerOf(actionDoors)({ strapi }),

  async find(ctx: Context) {
    const { query, state } = ctx;
    const list = await listActions(strapi, createReader(strapi), { query, auth: state.auth });
    replyThroughKoa(ctx, readReply(list, CONTENT_CACHE));
  },
});
