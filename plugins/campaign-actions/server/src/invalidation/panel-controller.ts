import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { lookBody, signatureId, startBody } from '../../../contracts/panel-invalidations';
import { createPolicyStore } from '../action/policy-store';
import { fit } from '../http/fit';
import { keyProblem, withoutKeys } from '../http/key-problem';
import { type PanelUser, nameOf, refuse } from '../http/panel-users';
import { Problem, fieldError } from '../http/problems';
import { service } from '../plugin';
import { cancel, list, look, show, start, undo } from './deeds';

/** @throws Problem 404 */
const named = (ctx: Context): { action: string; id: Buffer } => {
  const { documentId, id } = ctx.params as { documentId: string; id: string };
  if (!signatureId.safeParse(id).success) throw new Problem('not-found');
  return { action: documentId, id: Buffer.from(id, 'hex') };
};

const whoIn = (ctx: Context): string => nameOf(ctx.state.user as PanelUser);

/** @throws Problem 400 that names each field, such as `conditions.words` */
const asked = (body: unknown) => {
  const { data, error } = fit(lookBody, body);
  if (!data) {
    const paths = error.issues.map(({ path }) => path.slice(1) as (string | number)[]);
    const isOf = (name: string) => paths.some(([first]) => first === name);
    throw new Problem('invalid', [
      ...(isOf('summary') ? [fieldError(['summary'], 'required')] : []),
      ...paths.filter(([first]) => first !== 'summary').map((path) => fieldError(path, 'format')),
    ]);
  }
  // The audit names nobody: a summary that holds an address is told so.
  if (data.data.summary.includes('@'))
    throw new Problem('invalid', [fieldError(['summary'], 'characters')]);
  return data.data;
};

/** Answers what a deed gives, or its problem. */
const answeringIn =
  (strapi: Core.Strapi) =>
  (deed: (ctx: Context) => Promise<object>) =>
  async (ctx: Context): Promise<object> => {
    ctx.set('Cache-Control', 'no-store');
    try {
      return { data: await deed(ctx) };
    } catch (error) {
      const problem = error instanceof Problem ? error : keyProblem(strapi, error);
      if (!problem) throw error;
      return refuse(ctx, problem);
    }
  };

/** Every answer is the invalidation as it is now. */
export const panelController = ({ strapi }: { strapi: Core.Strapi }) => {
  const answering = answeringIn(strapi);
  const invalidations = () => service(strapi, 'invalidations');
  const uses = () => invalidations().uses;

  const deed = (
    act: (which: { action: string; id: Buffer; who: string }, body: unknown) => Promise<void>,
  ) =>
    answering(async (ctx) => {
      const which = named(ctx);
      await act({ ...which, who: whoIn(ctx) }, ctx.request.body);
      invalidations().wake();
      return show(uses(), which);
    });

  return {
    look: answering(async (ctx) => {
      const { documentId: action } = ctx.params as { documentId: string };
      if (service(strapi, 'operatorKeys').problems.length > 0) throw withoutKeys();
      if (!(await createPolicyStore(uses().knex).read(action))) throw new Problem('not-found');
      const id = await look(uses(), { action, who: whoIn(ctx), ...asked(ctx.request.body) });
      invalidations().wake();
      ctx.status = 202;
      return show(uses(), { action, id });
    }),
    list: answering((ctx) => list(uses(), (ctx.params as { documentId: string }).documentId)),
    show: answering((ctx) => show(uses(), named(ctx))),
    start: deed((which, body) => {
      const { data } = fit(startBody, body);
      if (!data) throw new Problem('invalid', [fieldError(['count'], 'required')]);
      return start(uses(), which, data.data.count);
    }),
    cancel: deed((which) => cancel(uses(), which)),
    undo: deed((which) => undo(uses(), which)),
  };
};
