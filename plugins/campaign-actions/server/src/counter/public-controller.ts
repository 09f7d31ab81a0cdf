import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { answer, COUNTER_CACHE } from '../http/answer';
import { askedId, askedLocale } from '../http/asked';
import { service } from '../plugin';
import { countersOf } from './counters';

const MOST_AT_ONCE = 100;

const named = ({ query }: Context): string[] => {
  const lists: unknown[] = [query.actions].flat();
  const names = lists.flatMap((list) => (typeof list === 'string' ? list.split(',') : []));
  const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  if (asked.length > MOST_AT_ONCE) {
    throw new errors.ValidationError(`Ask for at most ${MOST_AT_ONCE} counters at once.`);
  }
  return asked;
};

export const publicCounterController = ({ strapi }: { strapi: Core.Strapi }) => {
  const catalogue = service(strapi, 'catalogue');
  return {
    async find(ctx: Context) {
      const found = await countersOf(catalogue, named(ctx), askedLocale(ctx));
      answer(ctx, { data: Object.fromEntries(found), meta: {} }, COUNTER_CACHE);
    },

    async findOne(ctx: Context) {
      const id = askedId(ctx);
      const data = (await countersOf(catalogue, [id], askedLocale(ctx))).get(id);
      if (!data) throw new errors.NotFoundError('Not Found');
      answer(ctx, { data, meta: {} }, COUNTER_CACHE);
    },
  };
};
