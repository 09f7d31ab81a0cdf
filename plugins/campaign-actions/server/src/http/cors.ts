import type { Context } from 'koa';

const EXPOSED = ['Access-Control-Expose-Headers', 'ETag, Retry-After'];
const ANY_ORIGIN = ['Access-Control-Allow-Origin', '*', ...EXPOSED];

/**
 * CORS headers of an answer, name and value by turns: any origin and never with credentials, or
 * those alone that the operator lists.
 *
 * @param origins that the operator lists; none: any
 */
export const corsHeaders = (origins: readonly string[], origin: string | undefined): string[] => {
  if (origins.length === 0) return ANY_ORIGIN;
  const allowed = origin !== undefined && origins.includes(origin);
  return [
    'Vary',
    'Origin',
    ...(allowed ? ['Access-Control-Allow-Origin', origin] : []),
    ...EXPOSED,
  ];
};

/** The same on an answer of Koa's, in place of what a middleware of the host has set. */
export const setCors = (ctx: Context, origins: readonly string[]): void => {
  ctx.remove('Access-Control-Allow-Credentials');
  ctx.remove('Access-Control-Allow-Origin');
  const vary = ctx.response
    .get('Vary')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'origin');
  ctx.remove('Vary');
  if (vary.length > 0) ctx.set('Vary', vary.join(', '));
  const headers = corsHeaders(origins, ctx.get('Origin'));
  for (let at = 0; at < headers.length; at += 2) {
    const [name = '', value = ''] = headers.slice(at, at + 2);
    if (name === 'Vary') ctx.vary(value);
    else ctx.set(name, value);
  }
};
