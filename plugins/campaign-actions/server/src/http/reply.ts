import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Problem } from './problems';
import { problemBody } from './problems';

export const CONTENT_CACHE = 'public, max-age=10, stale-while-revalidate=60, stale-if-error=600';
export const COUNTER_CACHE = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=300';

/** What a public door gives back, whichever way the request came. */
export interface Reply {
  status: number;
  /** Name, value, name, value …: what Node writes fastest. CORS headers are added on the way out. */
  headers: readonly string[];
  body: string | Buffer;
  /** Strong; null for what nobody may keep. */
  etag: string | null;
}

/** A reply that goes on: whoever begins it owns the response, head and all. */
export interface LongReply {
  /** @param headers to be sent with the head, as in `Reply` */
  begin(response: ServerResponse, headers: readonly string[]): void;
}

/** What a deed behind a public door gives back: a status and a JSON body. */
export interface Answer {
  status: number;
  body: unknown;
}

const JSON_TYPE = ['Content-Type', 'application/json; charset=utf-8'] as const;

/** A strong ETag: equal exactly when the bytes are. */
export const etagOf = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `"${hash.digest('base64url').slice(0, 27)}"`;
};

/** Whether an `If-None-Match` names this ETag, by the weak comparison that RFC 9110 asks for. */
export const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === etag ||
  ifNoneMatch.trim() === '*' ||
  (ifNoneMatch.match(/"[^"]*"/g) ?? []).some((candidate) => candidate === etag);

/** JSON that caches may keep, already encoded; the ETag is that of its bytes. */
export const encodedReply = (
  body: string | Buffer,
  cacheControl: string,
  etag: string = etagOf(body),
): Reply => ({
  status: 200,
  headers: [...JSON_TYPE, 'Cache-Control', cacheControl, 'ETag', etag],
  body,
  etag,
});

/** JSON that caches may keep. */
export const readReply = (body: object, cacheControl: string): Reply =>
  encodedReply(JSON.stringify(body), cacheControl);

/** JSON that nobody may keep, already encoded. */
export const unkeptReply = (status: number, body: Reply['body'], more: string[] = []): Reply => ({
  status,
  headers: [...JSON_TYPE, 'Cache-Control', 'no-store', ...more],
  body,
  etag: null,
});

/** JSON that nobody may keep. */
export const deedReply = ({ status, body }: Answer, more: string[] = []): Reply =>
  unkeptReply(status, JSON.stringify(body), more);

export const problemReply = (problem: Problem): Reply =>
  deedReply(
    { status: problem.status, body: problemBody(problem) },
    problem.retryAfter === null ? [] : ['Retry-After', String(problem.retryAfter)],
  );

/** The same without its body, where the client has these very bytes already. */
export const unlessKnown = (reply: Reply, ifNoneMatch: string | undefined): Reply =>
  reply.etag !== null && ifNoneMatch !== undefined && matches(ifNoneMatch, reply.etag)
    ? { ...reply, status: 304, headers: reply.headers.slice(JSON_TYPE.length), body: '' }
    : reply;
