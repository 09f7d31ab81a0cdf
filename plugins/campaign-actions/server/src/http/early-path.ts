import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Server } from 'node:net';
import type { Core } from '@strapi/strapi';
import { options } from '../config';
import { after, type Soon } from '../fresh';
import { type Body, leavesBodyUnread, readBody } from './body';
import { corsHeaders } from './cors';
import { type Door, replyTo } from './door';
import { apiBase } from './gate';
import type { Grants } from './grants';
import { Problem } from './problems';
import { quiet } from './quiet';
import { type LongReply, type Reply, unlessKnown } from './reply';
import type { WhoAsks } from './who-asks';

/**
 * The way of the hot doors, ahead of Koa and of everything that a host puts into it. It takes only
 * what it can answer exactly as the route would: a plain path, the public role's grant, nobody's
 * `Authorization`. All else passes on untouched.
 */
export interface EarlyPath {
  /** Doors that are answered early from now on. */
  open(doors: Record<string, Door>): void;
  /** Node's own listener, in front of the one that all else passes on to. */
  inFrontOf(pass: RequestListener): RequestListener;
  /**
   * From now on connections end with their answer, and soon none is taken any more; resolves when
   * all that had reached this node was answered.
   */
  close(): Promise<void>;
}

interface Match {
  door: Door;
  id: string;
  query: URLSearchParams;
}

const NO_BODY: Body = { json: undefined, form: [] };
const NO_QUERY = new URLSearchParams();
const SAFE = ['X-Content-Type-Options', 'nosniff'];
const CLOSE = ['Connection', 'close'];
const NO_MORE: string[] = [];
const LONGEST_ACCEPT_MS = 1000;
const LONGEST_CLOSE_MS = 10_000;

const patternOf = (door: Door): RegExp => new RegExp(`^${door.path.replace(':id', '([^/]+)')}/?$`);

/** As the router reads it; null for what it would have to puzzle out. */
const decoded = (part: string): string | null => {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

export const createEarlyPath = (
  strapi: Core.Strapi,
  grants: Grants,
  whoAsks: Pick<WhoAsks, 'addressOf'>,
): EarlyPath => {
  const base = apiBase(strapi);
  const { corsOrigins } = options(strapi);
  const opened: { door: Door; pattern: RegExp }[] = [];
  let owed = 0;
  let arrived = 0;
  let closing = false;

  const find = ({ method, url = '', headers }: IncomingMessage): Match | null => {
    if (!url.startsWith(base) || headers.authorization !== undefined) return null;
    const mark = url.indexOf('?');
    const path = url.slice(base.length, mark < 0 ? undefined : mark);
    for (const { door, pattern } of opened) {
      const found = door.method === method ? pattern.exec(path) : null;
      if (!found) continue;
      const id = decoded(found[1] ?? '');
      const query = mark < 0 ? NO_QUERY : new URLSearchParams(url.slice(mark + 1));
      return id === null ? null : { door, id, query };
    }
    return null;
  };

  const write = (
    { headers: asked }: IncomingMessage,
    response: ServerResponse,
    reply: Reply,
    more: string[],
  ): void => {
    const { status, headers, body } = unlessKnown(reply, asked['if-none-match']);
    const all = headers.concat(corsHeaders(corsOrigins, asked.origin), SAFE, more);
    if (status !== 304) all.push('Content-Length', String(Buffer.byteLength(body)));
    response.writeHead(status, all);
    response.end(body);
  };

  const replyOf = (
    request: IncomingMessage,
    { door, id, query }: Match,
  ): Soon<Reply | LongReply> => {
    const { socket, headers } = request;
    const forwardedFor = headers['x-forwarded-for'] as string | undefined;
    const address = () => whoAsks.addressOf(socket.remoteAddress, forwardedFor);
    const languages = headers['accept-language'] ?? '';
    const take = ({ json, form }: Body) =>
      door.answer({ id, query, json, form, languages, address, onBehalf: false });
    return door.method === 'POST'
      ? readBody(request, door.takes ?? 'json').then(take)
      : take(NO_BODY);
  };

  /** What is there at once is sent at once: the hottest answers wait for no turn of the loop. */
  const answer = (request: IncomingMessage, response: ServerResponse, match: Match): void => {
    const last = closing ? CLOSE : NO_MORE;
    const send = (reply: Reply | LongReply): void => {
      if ('begin' in reply)
        reply.begin(response, [...corsHeaders(corsOrigins, request.headers.origin), ...SAFE]);
      else write(request, response, reply, last);
      owed -= 1;
    };
    const fail = (error: unknown): void => {
      const unread = error instanceof Problem && leavesBodyUnread(error);
      const languages = request.headers['accept-language'] ?? '';
      const reply = replyTo(strapi, error, match.door, { query: match.query, languages });
      void after(reply, (refusal) => {
        // Half an answer cannot be taken back, but nobody must be left waiting for the rest of it.
        if (response.headersSent) response.destroy();
        else write(request, response, refusal, unread ? CLOSE : last);
        owed -= 1;
      });
    };
    owed += 1;
    arrived += 1;
    try {
      const reply = replyOf(request, match);
      if (reply instanceof Promise) void reply.then(send).catch(fail);
      else send(reply);
    } catch (error) {
      fail(error);
    }
  };

  const isGranted = (grant: string): Soon<boolean> => {
    const granted = grants.has(grant);
    return granted instanceof Promise ? granted.catch(() => false) : granted;
  };

  const takeOrPass = (
    request: IncomingMessage,
    response: ServerResponse,
    match: Match,
    pass: RequestListener,
  ): void => {
    if (match.door.grant === undefined) return answer(request, response, match);
    const take = (granted: boolean): void =>
      granted ? answer(request, response, match) : pass(request, response);
    void after(isGranted(match.door.grant), take);
  };

  return {
    open(doors) {
      opened.push(...Object.values(doors).map((door) => ({ door, pattern: patternOf(door) })));
    },
    inFrontOf: (pass) => (request, response) => {
      const match = find(request);
      if (match) takeOrPass(request, response, match, pass);
      else pass(request, response);
    },
    async close() {
      closing = true;
      const { httpServer } = strapi.server;
      if (!httpServer.listening) return;
      let accepted = 0;
      httpServer.on('connection', () => void (accepted += 1));
      await quiet(() => accepted, LONGEST_ACCEPT_MS);
      // http's own close also ends connections that seem idle, whose next request may be on its way.
      Server.prototype.close.call(httpServer);
      await quiet(
        () => arrived,
        LONGEST_CLOSE_MS,
        () => owed > 0,
      );
    },
  };
};
