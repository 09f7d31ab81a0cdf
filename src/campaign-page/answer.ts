import type { Campaign } from 'campaign-actions-web';
import type { Place } from 'campaign-actions-web/html';
import type { Context } from 'koa';
import { sendCompressed } from './compressed';
import { contentSecurityPolicy } from './policy';

/** As long as its counters may be kept, which go on by themselves afterwards. */
const KEPT = 'public, max-age=10, stale-while-revalidate=60';

/** Where the images of a page come from, if not from here. */
const imagesIn = (html: string): string[] =>
  [...html.matchAll(/<img\s[^>]*?\ssrc="(https?:[^"]+)"/g)].map(([, src = '']) => src);

/** Sends a page with all that a browser has to know about it. */
export const answerPage = (
  ctx: Context,
  html: string,
  campaign: Campaign | null,
  { locale, preview }: Place,
): void => {
  const sources = campaign?.contentSecurityPolicy.scriptSrc ?? [];
  ctx.set({
    'Content-Security-Policy': contentSecurityPolicy(sources, imagesIn(html)),
    'Content-Language': locale,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': preview === null ? 'strict-origin-when-cross-origin' : 'no-referrer',
    'Cache-Control': preview === null ? KEPT : 'no-store',
  });
  if (preview !== null) ctx.set('X-Robots-Tag', 'noindex');
  ctx.type = 'html';
  sendCompressed(ctx, Buffer.from(html));
};
