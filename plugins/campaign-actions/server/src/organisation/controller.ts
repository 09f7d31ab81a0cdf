import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { askedLocale } from '../http/door';
import { CONTENT_CACHE, readReply } from '../http/reply';
import { replyThroughKoa } from '../http/routed';
import { localeChain } from '../publication/locale';
import { createReader } from '../publication/reader';
import { organisationShape } from './shape';

export const organisationController = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = createReader(strapi);
  return {
    async find(ctx: Context) {
      const locale = askedLocale(new URLSearchParams(ctx.querystring));
      const document = await reader.organisation(localeChain(locale, await reader.defaultLocale()));
      if (!document) throw new errors.NotFoundError('Not Found');
      const data = organisationShape(document, reader.publicUrl);
      replyThroughKoa(ctx, readReply({ data, meta: {} }, CONTENT_CACHE));
    },
  };
};
