import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { type Held, admitBody } from '../../../contracts/panel-held';
import { fit } from '../http/fit';
import { Problem } from '../http/problems';
import { type PanelUser, nameOf, refuse } from '../http/panel-users';
import { service } from '../plugin';

const documentIdOf = (ctx: Context): string =>
  String((ctx.params as { documentId: string }).documentId);

export const panelController = ({ strapi }: { strapi: Core.Strapi }) => {
  const read = async (action: string): Promise<Held> => {
    const because = await service(strapi, 'books').submissions.countHeld(action);
    const total = Object.values(because).reduce((sum, each) => sum + each, 0);
    return { total, because };
  };
  return {
    held: async (ctx: Context) => ({ data: await read(documentIdOf(ctx)) }),
    async admit(ctx: Context) {
      const { data } = fit(admitBody, ctx.request.body);
      if (!data) return refuse(ctx, new Problem('invalid'));
      const admitted = await service(strapi, 'signatures').admit({
        action: documentIdOf(ctx),
        because: data.data.because ?? null,
        who: nameOf(ctx.state.user as PanelUser),
      });
      return { data: admitted };
    },
  };
};
