import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  type FormVersionItem,
  type FormVersionWhole,
  formVersionChange,
} from '../../../contracts/form-version';
import { createAuditStore } from '../audit/store';
import { type Connection, durably } from '../database';
import { fit } from '../http/fit';
import { type PanelUser, forPanelUsers, nameOf, refuse } from '../http/panel-users';
import { Problem } from '../http/problems';
import { PERMISSIONS, service } from '../plugin';
import { createPolicyStore } from './policy-store';

interface Params {
  documentId: string;
  version: string;
}

const paramsOf = (ctx: Context): Params => ctx.params as Params;

/** The versions that the action's languages show just now. */
const shownNow = async (connection: Connection, action: string): Promise<Set<string>> => {
  const policy = await createPolicyStore(connection).read(action);
  const locales = policy && policy.unpublishedAt === null ? Object.values(policy.locales) : [];
  return new Set(locales.map(({ formVersion }) => formVersion));
};

const listVersions =
  (strapi: Core.Strapi) =>
  async (ctx: Context): Promise<{ data: FormVersionItem[] }> => {
    const { documentId } = paramsOf(ctx);
    const shown = await shownNow(strapi.db.connection, documentId);
    const versions = await createPolicyStore(strapi.db.connection).formVersions(documentId);
    return { data: versions.map((each) => ({ ...each, shown: shown.has(each.version) })) };
  };

/** The exact texts and rules, as they were shown. */
const readVersion =
  (strapi: Core.Strapi) =>
  async (ctx: Context): Promise<{ data: FormVersionWhole } | ReturnType<typeof refuse>> => {
    const { documentId, version } = paramsOf(ctx);
    const found = await createPolicyStore(strapi.db.connection).formVersion(documentId, version);
    return found ? { data: found } : refuse(ctx, new Problem('not-found'));
  };

/**
 * Takes a form version back, or puts it in force again. Signatures that name one taken back are
 * refused from then on (within ten seconds on other servers); those that are there stay, and keep
 * saying what was shown. One that is shown just now cannot go: pages would ask for what is refused.
 * Published again, it is in force again (`copyPolicy`).
 */
const changeVersion =
  (strapi: Core.Strapi, deed: 'form.withdraw' | 'form.restore') => async (ctx: Context) => {
    const { documentId, version } = paramsOf(ctx);
    const { data: body } = fit(formVersionChange, ctx.request.body);
    if (!body) return refuse(ctx, new Problem('invalid'));
    const withdrawn = deed === 'form.withdraw';
    const problem = await durably(strapi.db.connection, async (trx) => {
      const policies = createPolicyStore(trx);
      // Nobody publishes it meanwhile.
      await policies.takeTurn(documentId);
      if (withdrawn && (await shownNow(trx, documentId)).has(version)) return 'form-shown';
      const day = withdrawn ? new Date().toISOString().slice(0, 10) : null;
      if (!(await policies.setFormWithdrawn(documentId, version, day))) return 'not-found';
      await createAuditStore(trx).write({
        who: nameOf(ctx.state.user as PanelUser),
        deed,
        action: documentId,
        details: { version, reason: body.data.reason },
      });
      return null;
    });
    if (problem) return refuse(ctx, new Problem(problem));
    service(strapi, 'catalogue').forget();
    return readVersion(strapi)(ctx);
  };

/** Doors of the admin panel: what was shown to whom is evidence, and stays readable. */
export const formVersionRoutes = ({ strapi }: { strapi: Core.Strapi }): Core.Router => {
  const door = (
    method: 'GET' | 'POST',
    path: string,
    handler: (ctx: Context) => Promise<unknown>,
    permission: string,
  ) => ({
    method,
    path: `/actions/:documentId/form-versions${path}`,
    handler,
    info: {},
    config: forPanelUsers(permission),
  });
  return {
    type: 'admin',
    routes: [
      door('GET', '', listVersions(strapi), PERMISSIONS.readOverview),
      door('GET', '/:version', readVersion(strapi), PERMISSIONS.readOverview),
      door(
        'POST',
        '/:version/withdraw',
        changeVersion(strapi, 'form.withdraw'),
        PERMISSIONS.invalidate,
      ),
      door(
        'POST',
        '/:version/restore',
        changeVersion(strapi, 'form.restore'),
        PERMISSIONS.invalidate,
      ),
    ],
  };
};
