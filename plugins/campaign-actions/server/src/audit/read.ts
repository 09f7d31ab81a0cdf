import type { Context } from 'koa';
import type { Core } from '@strapi/strapi';
import { type AuditPage, auditQuery } from '../../../contracts/audit';
import { fit } from '../http/fit';
import { Problem } from '../http/problems';
import { forPanelUsers, refuse } from '../http/panel-users';
import { PERMISSIONS } from '../plugin';
import { createAuditStore } from './store';

/** Answers who did what, the newest first; `before` goes on where the last page ended. */
const readAudit =
  (strapi: Core.Strapi) =>
  async (ctx: Context): Promise<AuditPage | ReturnType<typeof refuse>> => {
    const { data: query } = fit(auditQuery, ctx.query);
    if (!query) return refuse(ctx, new Problem('invalid'));
    const data = await createAuditStore(strapi.db.connection).read(query);
    const last = data.length === query.limit ? data.at(-1) : undefined;
    return { data, meta: { before: last?.id ?? null } };
  };

/** A door of the admin panel. */
export const auditRoutes = ({ strapi }: { strapi: Core.Strapi }): Core.Router => ({
  type: 'admin',
  routes: [
    {
      method: 'GET',
      path: '/audit',
      handler: readAudit(strapi),
      info: {},
      config: forPanelUsers(PERMISSIONS.readAudit),
    },
  ],
});
