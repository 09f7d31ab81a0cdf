import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { answer, CONTENT_CACHE } from '../http/answer';
import { asked } from '../http/asked';
import { createReader } from '../publication/reader';
import { listCampaigns } from './list';
import { campaignPage } from './page';

export const campaignController = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = createReader(strapi);
  return {
    async find(ctx: Context) {
      const { query, state } = ctx;
      answer(ctx, await listCampaigns(strapi, reader, { query, auth: state.auth }), CONTENT_CACHE);
    },

    async findOne(ctx: Context) {
      const data = await campaignPage(reader, asked(ctx));
      if (!data) throw new errors.NotFoundError('Not Found');
      answer(ctx, { data, meta: {} }, CONTENT_CACHE);
    },
  };
};
