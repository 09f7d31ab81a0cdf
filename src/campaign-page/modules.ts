import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { sendCompressed } from './compressed';

const BASE = '/campaign-page';
const FIRST = 'campaign-elements.js';
/** With what it loads only when a challenge is asked for. */
const FILES = [FIRST, 'challenge.js', 'challenge-worker.js', 'preview.js'];

/** Addresses of what pages load. */
export interface Modules {
  elements: string;
  /** In the panel's preview: loads the page anew when its draft was saved. */
  preview: string;
}

const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Serves the elements under a name that changes with what is in them, so that a browser never asks
 * twice.
 */
export const serveModules = (strapi: Core.Strapi): Modules => {
  const folder = path.join(
    path.dirname(require.resolve('campaign-actions-web/package.json')),
    'dist',
  );
  const files = new Map(FILES.map((name) => [name, readFileSync(path.join(folder, name))]));
  const hash = createHash('sha256');
  for (const bytes of files.values()) hash.update(bytes);
  const version = hash.digest('hex').slice(0, 12);

  const handler = (ctx: Context): void => {
    const bytes = files.get((ctx.params as { file: string }).file);
    if (!bytes) return;
    ctx.set('Cache-Control', FOREVER);
    ctx.type = 'text/javascript; charset=utf-8';
    sendCompressed(ctx, bytes);
  };
  const route = { method: 'GET' as const, handler, config: { auth: false as const } };
  strapi.server.routes([{ ...route, path: `${BASE}/${version}/:file` }]);
  const addressOf = (name: string): string => `${BASE}/${version}/${name}`;
  return { elements: addressOf(FIRST), preview: addressOf('preview.js') };
};
