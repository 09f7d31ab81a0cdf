import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { CONTENT_CACHE, readReply } from '../http/reply';
import { controllerOf, replyThroughKoa } from '../http/routed';
import { createReader } from '../publication/reader';
import { campaignDoors } from './doors';
import { listCampaigns } from './list';

export const campaignController = ({ strapi }: { strapi: Core.Strapi }) => ({
  ...controllerOf(campaignDoors)({ strapi }),

  async find(ctx: Context) {
    const { query, state } = ctx;
    const list = await listCampaigns(strapi, createReader(strapi), { query, auth: state.auth });
    replyThroughKoa(ctx, readReply(list, CONTENT_CACHE));
  },
});
