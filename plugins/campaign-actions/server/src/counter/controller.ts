import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type { Context } from 'koa';
import type { OffsetHistory } from '../../../contracts/panel-counter';
import { options } from '../config';
import { fit } from '../http/fit';
import { type PanelUser, nameOf, refuse } from '../http/panel-users';
import { Problem } from '../http/problems';
import { ACTION, service } from '../plugin';
import { overview } from './overview';

const offsetBody = z.object({
  data: z.object({ offset: z.unknown().optional(), reason: z.unknown().optional() }),
});

const documentIdOf = (ctx: Context): string =>
  String((ctx.params as { documentId: string }).documentId);

export const counterController = ({ strapi }: { strapi: Core.Strapi }) => {
  const read = async (ctx: Context) => ({ data: await overview(strapi, documentIdOf(ctx)) });
  return {
    read,
    async history(ctx: Context): Promise<OffsetHistory> {
      const data = await service(strapi, 'offset').history(documentIdOf(ctx));
      return { data, meta: { bounds: options(strapi).offset } };
    },
    async changeOffset(ctx: Context) {
      const action = documentIdOf(ctx);
      const exists: unknown = await strapi.db
        .query(ACTION)
        .findOne({ where: { documentId: action }, select: ['id'] });
      if (!exists) return refuse(ctx, new Problem('not-found'));
      const { data } = fit(offsetBody, ctx.request.body).data ?? {
        data: { offset: null, reason: null },
      };
      const change = { action, offset: data.offset as number, reason: data.reason as string };
      try {
        await service(strapi, 'offset').change({
          ...change,
          who: nameOf(ctx.state.user as PanelUser),
        });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return refuse(ctx, error);
      }
      return read(ctx);
    },
  };
};
