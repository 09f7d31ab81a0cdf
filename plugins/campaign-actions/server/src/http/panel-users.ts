import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { HAS_PERMISSIONS, PANEL_USER } from '../plugin';
import { type Problem, problemBody } from './problems';

/** A permission, for one content type where it is the content-manager's. */
type Permission = string | { action: string; subject: string };

/** Configures a route of the panel: for signed-in users whom an administrator allowed this. */
export const forPanelUsers = (permission: Permission) => ({
  policies: [PANEL_USER, { name: HAS_PERMISSIONS, config: { actions: [permission] } }],
});

/** Whoever is signed in there, as Strapi knows them. */
export interface PanelUser {
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  id: number | string;
}

/** How the audit names a panel user: never by the e-mail address. */
export const nameOf = ({ firstname, lastname, username, id }: PanelUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || `user ${id}`;

/** Whoever edits content just now, as the audit names them; nobody at the panel: a seed or a script. */
export const whoEdits = (strapi: Core.Strapi): string => {
  const state = strapi.requestContext.get()?.state as { user?: PanelUser } | undefined;
  return state?.user ? nameOf(state.user) : 'seed';
};

/** Answers a panel's request with a problem. */
export const refuse = (ctx: Context, problem: Problem) => {
  ctx.status = problem.status;
  if (problem.retryAfter !== null) ctx.set('Retry-After', String(problem.retryAfter));
  return problemBody(problem);
};
