import { createHash } from 'node:crypto';
import type { Context } from 'koa';

export const CONTENT_CACHE = 'public, max-age=10, stale-while-revalidate=60, stale-if-error=600';
export const COUNTER_CACHE = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=300';

/** A strong ETag: equal exactly when the bytes are. */
export const etagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether an `If-None-Match` names this ETag, by the weak comparison that RFC 9110 asks for. */
export const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.trim() === '*' ||
  (ifNoneMatch.match(/"[^"]*"/g) ?? []).some((candidate) => candidate === etag);

/** Answers a read as JSON, or with 304 where the client has these very bytes already. */
export const answer = (ctx: Context, body: object, cacheControl: string): void => {
  const json = JSON.stringify(body);
  const etag = etagOf(json);
  ctx.set('ETag', etag);
  ctx.set('Cache-Control', cacheControl);
  if (matches(ctx.get('If-None-Match'), etag)) {
    ctx.status = 304;
    return;
  }
  ctx.type = 'application/json';
  ctx.body = json;
};
