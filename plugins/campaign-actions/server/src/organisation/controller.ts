import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { answer, CONTENT_CACHE } from '../http/answer';
import { askedLocale } from '../http/asked';
import { localeChain } from '../publication/locale';
import { createReader } from '../publication/reader';
import { organisationShape } from './shape';

export const organisationController = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = createReader(strapi);
  return {
    async find(ctx: Context) {
      const chain = localeChain(askedLocale(ctx), await reader.defaultLocale());
      const document = await reader.organisation(chain);
      if (!document) throw new errors.NotFoundError('Not Found');
      answer(ctx, { data: organisationShape(document, reader.publicUrl), meta: {} }, CONTENT_CACHE);
    },
  };
};
