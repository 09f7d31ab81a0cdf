import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { options } from '../config';
import { API_PATH } from '../plugin';
import { writeProblem } from './answering';
import { Problem, type ProblemCode, fieldError } from './problems';

export const LARGEST_BODY = 32 * 1024;
const BODY_DEADLINE_MS = 10_000;
const PREFLIGHT_SECONDS = 86_400;
const POST_ONLY = /^\/(actions\/[^/]+\/signatures|signatures\/(confirm|reject|withdraw))\/?$/;
const UNREAD = new Set<ProblemCode>([
  'not-json-type',
  'too-large',
  'too-slow',
  'method-not-allowed',
]);

/**
 * Stands ahead of Strapi's whole middleware stack for this plugin's public paths. It owns CORS (the
 * host's default would allow credentials), answers preflights, and takes the body of every POST
 * itself: Strapi's parser would take a megabyte, or a multipart upload into a temporary folder,
 * before any route is asked.
 */
export const createGate = (strapi: Core.Strapi) => {
  const restPrefix = strapi.config.get<string>('api.rest.prefix', '/api');
  // The router does not mind upper case, so neither does what stands before it.
  const prefix = `${restPrefix}/${API_PATH}`.toLowerCase();
  const origins = options(strapi).corsOrigins;

  return async (ctx: Context, next: Next): Promise<void> => {
    const path = ctx.path.toLowerCase();
    if (path !== prefix && !path.startsWith(`${prefix}/`)) {
      await next();
      return;
    }
    if (ctx.method === 'OPTIONS') return answerPreflight(ctx, origins);
    try {
      if (ctx.method !== 'POST' && POST_ONLY.test(path.slice(prefix.length))) {
        ctx.set('Allow', 'POST');
        throw new Problem('method-not-allowed');
      }
      if (ctx.method === 'POST') await takeBody(ctx);
      await next();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Where the rest of the body is not read, the connection cannot serve another request.
      if (UNREAD.has(error.code)) ctx.set('Connection', 'close');
      writeProblem(ctx, error);
    } finally {
      setCors(ctx, origins);
    }
  };
};

const setCors = (ctx: Context, origins: string[]): void => {
  ctx.remove('Access-Control-Allow-Credentials');
  ctx.remove('Access-Control-Allow-Origin');
  const vary = ctx.response
    .get('Vary')
    .split(',')
    .map((name) => name.trim());
  const others = vary.filter((name) => name !== '' && name.toLowerCase() !== 'origin');
  ctx.remove('Vary');
  if (others.length > 0) ctx.set('Vary', others.join(', '));
  if (origins.length === 0) {
    ctx.set('Access-Control-Allow-Origin', '*');
  } else {
    ctx.vary('Origin');
    const origin = ctx.get('Origin');
    if (origins.includes(origin)) ctx.set('Access-Control-Allow-Origin', origin);
  }
  ctx.set('Access-Control-Expose-Headers', 'ETag, Retry-After');
};

const answerPreflight = (ctx: Context, origins: string[]): void => {
  setCors(ctx, origins);
  ctx.status = 204;
  if (!ctx.response.get('Access-Control-Allow-Origin')) return;
  ctx.set('Access-Control-Allow-Methods', 'GET, HEAD, POST');
  ctx.set('Access-Control-Allow-Headers', 'Content-Type, Authorization, If-None-Match');
  ctx.set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
};

/**
 * Reads the JSON body into `ctx.state.taken`, and hides its headers from the parser that follows.
 *
 * @throws Problem 400, 408, 413, 415
 */
const takeBody = async (ctx: Context): Promise<void> => {
  const { headers } = ctx.req;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('not-json-type');
  if (Number(headers['content-length'] ?? 0) > LARGEST_BODY) throw new Problem('too-large');
  const raw = await read(ctx.req);
  delete headers['content-type'];
  delete headers['content-length'];
  delete headers['transfer-encoding'];
  const body: TakenBody = { json: parse(raw) };
  ctx.state.taken = body;
};

/** The body of a request behind the gate. */
export interface TakenBody {
  json: unknown;
}

const read = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (settle: () => void): void => {
      clearTimeout(deadline);
      request.removeAllListeners('data');
      settle();
    };
    const deadline = setTimeout(() => end(() => reject(new Problem('too-slow'))), BODY_DEADLINE_MS);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_BODY) end(() => reject(new Problem('too-large')));
      else chunks.push(chunk);
    });
    request.once('end', () => end(() => resolve(Buffer.concat(chunks))));
    request.once('error', () => end(() => reject(new Problem('too-slow'))));
    request.once('aborted', () => end(() => reject(new Problem('too-slow'))));
  });

const utf8 = new TextDecoder('utf-8', { fatal: true });

const parse = (raw: Buffer): unknown => {
  const { text, json } = decode(raw);
  // Schemas never see this key, so it would be swallowed instead of refused.
  if (MAYBE_PROTOTYPE.test(text) && namesPrototype(json)) {
    throw new Problem('invalid', [fieldError(['__proto__'], 'unknown')]);
  }
  return json;
};

const decode = (raw: Buffer): { text: string; json: unknown } => {
  try {
    const text = utf8.decode(raw);
    return { text, json: JSON.parse(text) };
  } catch {
    throw new Problem('not-json');
  }
};

/** Cheap, and right for all but a few bodies; an escape could spell any part of the key. */
const MAYBE_PROTOTYPE = /__proto__|\\u00/;

const namesPrototype = (json: unknown): boolean => {
  const left = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return true;
    left.push(...Object.values(value as Record<string, unknown>));
  }
  return false;
};
