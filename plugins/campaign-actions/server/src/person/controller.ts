import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  type ErasureAnswer,
  type PersonExport,
  erasureBody,
  exportBody,
} from '../../../contracts/panel-person';
import { fit } from '../http/fit';
import { type PanelUser, nameOf, refuse } from '../http/panel-users';
import { Problem, fieldError } from '../http/problems';
import { service } from '../plugin';

const isAddress = (email: string): boolean => /^[^\s@]+@[^\s@]+$/.test(email);

export const personController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async erase(ctx: Context): Promise<ErasureAnswer | ReturnType<typeof refuse>> {
    const { data } = fit(erasureBody, ctx.request.body);
    if (!data || !isAddress(data.data.email))
      return refuse(ctx, new Problem('invalid', [fieldError(['email'], 'format')]));
    const { email, erase: erased = false } = data.data;
    const who = nameOf(ctx.state.user as PanelUser);
    const persons = service(strapi, 'persons');
    const found = await (erased ? persons.erase(email, who) : persons.look(email, who));
    ctx.set('Cache-Control', 'no-store');
    return { data: { ...found, erased } };
  },

  async export(ctx: Context): Promise<{ data: PersonExport } | ReturnType<typeof refuse>> {
    const { data, error } = fit(exportBody, ctx.request.body);
    if (!data) {
      const withoutReason = error.issues.some(({ path }) => path.includes('reason'));
      const problem = withoutReason
        ? fieldError(['reason'], 'required')
        : fieldError(['email'], 'format');
      return refuse(ctx, new Problem('invalid', [problem]));
    }
    const { email, reason } = data.data;
    if (!isAddress(email))
      return refuse(ctx, new Problem('invalid', [fieldError(['email'], 'format')]));
    // The audit names nobody: a reason that holds an address is told so.
    if (reason.includes('@'))
      return refuse(ctx, new Problem('invalid', [fieldError(['reason'], 'characters')]));
    const who = nameOf(ctx.state.user as PanelUser);
    ctx.set('Cache-Control', 'no-store');
    return { data: await service(strapi, 'persons').export(email, who, reason) };
  },
});
