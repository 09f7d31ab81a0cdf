import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { answer, CONTENT_CACHE } from '../http/answer';
import { asked } from '../http/asked';
import { createReader } from '../publication/reader';
import { listActions } from './list';
import { actionPage } from './page';

export const actionController = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = createReader(strapi);
  return {
    async find(ctx: Context) {
      const { query, state } = ctx;
      answer(ctx, await listActions(strapi, reader, { query, auth: state.auth }), CONTENT_CACHE);
    },

    async findOne(ctx: Context) {
      const data = await actionPage(reader, asked(ctx));
      if (!data) throw new errors.NotFoundError('Not Found');
      answer(ctx, { data, meta: {} }, CONTENT_CACHE);
    },
  };
};
