import type { Context } from 'koa';
import type { Place } from 'campaign-actions-web/html';
import { sendCompressed, sendUnkept } from './compressed';
import { type Needs, contentSecurityPolicy } from './policy';

/** As long as its counters may be kept, which go on by themselves afterwards. */
const KEPT = 'public, max-age=10, stale-while-revalidate=60';

/** What has a token in its address, or was opened from a mail: kept by nobody, told to nobody. */
export const QUIET = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

/** Sends a page with all that a browser has to know about it. */
export const answerPage = (
  ctx: Context,
  html: string,
  { locale, preview }: Pick<Place, 'locale' | 'preview'>,
  needs: Needs,
): void => {
  ctx.set({
    'Content-Security-Policy': contentSecurityPolicy(needs),
    'Content-Language': locale,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': KEPT,
  });
  ctx.type = 'html';
  if (preview === null) return sendCompressed(ctx, Buffer.from(html));
  ctx.set(QUIET);
  sendUnkept(ctx, Buffer.from(html));
};
