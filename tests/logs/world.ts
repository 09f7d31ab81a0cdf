import { once } from 'node:events';
import { connect } from 'node:net';
import type { App } from '../app';
import { API } from '../signatures';
import { headers } from './canaries';

/** A server in trouble, and how somebody talks to it. */
export interface World {
  app: App;
  /** Where confirmation is asked, where it is not, and where nothing is taken. */
  asking: string;
  counted: string;
  closed: string;
  early: string;
  unpublished: string;
  /** Genuine tokens of a signature that waits, and of one that counts. */
  tokens: { confirm: string; reject: string; withdraw: string };
  /** Bodies of every answer that was no success. */
  refusals: string[];
  /** @returns the status */
  get: (path: string, more?: Record<string, string>) => Promise<number>;
  post: (path: string, body: string | Buffer | object, type?: string) => Promise<number>;
  /** The same, as an editor who may everything that concerns supporters. */
  panel: (path: string, data: object) => Promise<number>;
  send: (method: string, path: string, body: string) => Promise<number>;
  sign: (action: string, data: object) => Promise<number>;
  link: (deed: string, token: unknown) => Promise<number>;
  /** Bytes that may be no HTTP; resolves when the server hangs up. */
  raw: (bytes: string) => Promise<void>;
  sql: (statement: string) => Promise<unknown>;
}

type Places = Pick<World, 'asking' | 'counted' | 'closed' | 'early' | 'unpublished' | 'tokens'>;

/** @param editor headers of the editor's requests */
export const makeWorld = (app: App, places: Places, editor: Record<string, string>): World => {
  const refusals: string[] = [];
  const ask = async (path: string, init: RequestInit): Promise<number> => {
    const { status, text } = await app.get(path, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    });
    if (status >= 400) refusals.push(text);
    return status;
  };
  const post: World['post'] = (path, body, type = 'application/json') =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: (typeof body === 'string' || Buffer.isBuffer(body)
        ? body
        : JSON.stringify(body)) as string,
    });
  return {
    app,
    ...places,
    refusals,
    get: (path, more = {}) => ask(path, { headers: more }),
    post,
    panel: (path, data) =>
      ask(`/campaign-actions${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...editor },
        body: JSON.stringify({ data }),
      }),
    send: (method, path, body) =>
      ask(path, { method, body, headers: { 'Content-Type': 'application/json' } }),
    sign: (action, data) => post(`${API}/actions/${action}/signatures`, { data }),
    link: (deed, token) => post(`${API}/signatures/${deed}`, { data: { token } }),
    async raw(bytes) {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
      socket.setEncoding('utf8').on('data', (part: string) => refusals.push(part));
      socket.on('error', () => undefined);
      socket.end(bytes);
      if (!socket.closed) await once(socket, 'close');
    },
    sql: (statement) => app.strapi.db.connection.raw(statement),
  };
};
