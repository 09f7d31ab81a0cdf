import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { answering } from '../http/answering';
import type { TakenBody } from '../http/gate';
import { service } from '../plugin';

const jsonOf = (ctx: Context): unknown => (ctx.state.taken as TakenBody | undefined)?.json;

export const signatureController = ({ strapi }: { strapi: Core.Strapi }) => {
  const signatures = service(strapi, 'signatures');
  return {
    sign: answering(strapi, (ctx) =>
      signatures.sign({ id: (ctx.params as { id: string }).id, json: jsonOf(ctx), channel: 'web' }),
    ),
    confirm: answering(strapi, (ctx) => signatures.confirm(jsonOf(ctx))),
    withdraw: answering(strapi, (ctx) => signatures.withdraw(jsonOf(ctx))),
    reject: answering(strapi, (ctx) => signatures.reject(jsonOf(ctx))),
  };
};
