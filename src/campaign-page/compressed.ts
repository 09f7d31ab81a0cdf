import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'koa';

type Encoding = 'br' | 'gzip' | 'identity';

const ENCODERS: Record<Encoding, (bytes: Buffer) => Buffer> = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes) => gzipSync(bytes),
  identity: (bytes) => bytes,
};

const MOST_KEPT = 100;
const kept = new Map<string, Buffer>();

const compressed = (bytes: Buffer, encoding: Encoding, etag: string): Buffer => {
  const key = `${encoding} ${etag}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = ENCODERS[encoding](bytes);
  kept.set(key, made);
  return made;
};

const encodingFor = (ctx: Context): Encoding => {
  ctx.vary('Accept-Encoding');
  return (ctx.acceptsEncodings('br', 'gzip', 'identity') || 'identity') as Encoding;
};

const send = (ctx: Context, encoding: Encoding, bytes: Buffer): void => {
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
  ctx.status = 200;
  ctx.body = bytes;
};

/** Sends a body as small as the browser can take it, or says that the browser has it. */
export const sendCompressed = (ctx: Context, body: Buffer): void => {
  const encoding = encodingFor(ctx);
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  ctx.set('ETag', `"${digest}-${encoding}"`);
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  send(ctx, encoding, compressed(body, encoding, digest));
};

/** The same for what nobody may keep, this server included. */
export const sendUnkept = (ctx: Context, body: Buffer): void => {
  const encoding = encodingFor(ctx);
  send(ctx, encoding, ENCODERS[encoding](body));
};
