import type { Campaign, Image } from 'campaign-actions-web';
import type { Place } from 'campaign-actions-web/html';
import type { Context } from 'koa';
import { sendCompressed } from './compressed';
import { contentSecurityPolicy } from './policy';

/** As long as its counters may be kept, which go on by themselves afterwards. */
const KEPT = 'public, max-age=10, stale-while-revalidate=60';

const imagesOf = ({ hero, sections, organisation }: Campaign): string[] => {
  const shown: (Pick<Image, 'url'> | null | undefined)[] = [
    hero?.image,
    organisation?.logo,
    ...sections.map((section) => (section.type === 'image' ? section.image : null)),
  ];
  return shown.flatMap((image) => image?.url ?? []);
};

/** Sends a page with all that a browser has to know about it. */
export const answerPage = (
  ctx: Context,
  html: string,
  campaign: Campaign | null,
  { locale, organisation, preview }: Place,
): void => {
  const sources = campaign?.contentSecurityPolicy.scriptSrc ?? [];
  const images = campaign ? imagesOf(campaign) : [organisation?.logo?.url ?? ''];
  ctx.set({
    'Content-Security-Policy': contentSecurityPolicy(sources, images),
    'Content-Language': locale,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': preview === null ? 'strict-origin-when-cross-origin' : 'no-referrer',
    'Cache-Control': preview === null ? KEPT : 'no-store',
  });
  if (preview !== null) ctx.set('X-Robots-Tag', 'noindex');
  ctx.type = 'html';
  sendCompressed(ctx, Buffer.from(html));
};
