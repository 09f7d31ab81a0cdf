import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { options } from '../config';
import { API_PATH } from '../plugin';
import { type Body, type BodyKind, leavesBodyUnread, readBody } from './body';
import { setCors } from './cors';
import { Problem } from './problems';
import { problemReply } from './reply';
import { writeToKoa } from './routed';

const METHODS = ['GET', 'HEAD', 'POST'];
const READ = ['GET', 'HEAD'];
const PREFLIGHT_SECONDS = 86_400;
const POST_ONLY =
  /^\/(actions\/[^/]+\/signatures|signatures\/(confirm|reject|withdraw)|forms\/.+)\/?$/;
/** Doors for pages without JavaScript. Whoever reads one is told on a page that it is for posting. */
const FORMS = '/forms/';

/** The path in front of every public door of ours, as the host's REST prefix has it. */
export const apiBase = (strapi: Core.Strapi): string =>
  `${strapi.config.get<string>('api.rest.prefix', '/api')}/${API_PATH}`;

/**
 * Stands ahead of Strapi's whole middleware stack for this plugin's public paths. It owns CORS (the
 * host's default would allow credentials), answers preflights, and takes the body of every POST
 * itself: Strapi's parser would take a megabyte, or a multipart upload into a temporary folder,
 * before any route is asked.
 */
export const createGate = (strapi: Core.Strapi) => {
  // The router does not mind upper case, so neither does what stands before it.
  const prefix = apiBase(strapi).toLowerCase();
  const origins = options(strapi).corsOrigins;

  return async (ctx: Context, next: Next): Promise<void> => {
    const path = ctx.path.toLowerCase();
    if (path !== prefix && !path.startsWith(`${prefix}/`)) {
      await next();
      return;
    }
    hideQuery(ctx);
    if (ctx.method === 'OPTIONS') return answerPreflight(ctx, origins);
    try {
      const isForm = path.startsWith(prefix + FORMS);
      const isRead = isForm && READ.includes(ctx.method);
      if (ctx.method !== 'POST' && !isRead && POST_ONLY.test(path.slice(prefix.length))) {
        ctx.set('Allow', 'POST');
        throw new Problem('method-not-allowed');
      }
      // Koa would answer some of these 501, and Strapi read their bodies and log what it cannot parse.
      if (!METHODS.includes(ctx.method)) {
        ctx.set('Allow', METHODS.join(', '));
        throw new Problem('method-not-allowed');
      }
      if (ctx.method === 'POST') await (isForm ? takeForm(ctx) : takeBody(ctx, 'json'));
      await next();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (leavesBodyUnread(error)) ctx.set('Connection', 'close');
      writeToKoa(ctx, problemReply(error));
    } finally {
      setCors(ctx, origins);
    }
  };
};

/**
 * Strapi's log has a line for each request, with its `url`. A query can hold a preview token, or what a
 * form sent that a front end meant to post; everything but the log reads it from the request itself.
 */
const hideQuery = (ctx: Context): void => {
  Object.defineProperty(ctx, 'url', { value: ctx.path, configurable: true, writable: true });
};

const answerPreflight = (ctx: Context, origins: string[]): void => {
  setCors(ctx, origins);
  ctx.status = 204;
  if (!ctx.response.get('Access-Control-Allow-Origin')) return;
  ctx.set('Access-Control-Allow-Methods', METHODS.join(', '));
  ctx.set('Access-Control-Allow-Headers', 'Content-Type, Authorization, If-None-Match');
  ctx.set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
};

/** Reads the body into `ctx.state.taken`, and hides its headers from the parser that follows. */
const takeBody = async (ctx: Context, kind: BodyKind): Promise<void> => {
  const taken: TakenBody = { ...(await readBody(ctx.req, kind)), problem: null };
  ctx.state.taken = taken;
  hideBody(ctx);
};

/** What is wrong with a form is said by its door: somebody sits in front of it and reads it. */
const takeForm = async (ctx: Context): Promise<void> => {
  try {
    await takeBody(ctx, 'form');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (leavesBodyUnread(error)) ctx.set('Connection', 'close');
    const taken: TakenBody = { json: undefined, form: [], problem: error };
    ctx.state.taken = taken;
    hideBody(ctx);
  }
};

const hideBody = ({ req: { headers } }: Context): void => {
  delete headers['content-type'];
  delete headers['content-length'];
  delete headers['transfer-encoding'];
};

/** The body of a request behind the gate, or what is wrong with it. */
export interface TakenBody extends Body {
  problem: Problem | null;
}
