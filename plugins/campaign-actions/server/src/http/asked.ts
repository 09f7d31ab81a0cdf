import type { Context } from 'koa';
import type { Asked } from '../publication/reader';

/** The locale that a request asks for; anything but one plain name asks for none. */
export const askedLocale = ({ query }: Context): string | null =>
  typeof query.locale === 'string' && /^[A-Za-z\d-]{1,35}$/.test(query.locale)
    ? query.locale
    : null;

/** A documentId or a slug, as it stands in the path. */
export const askedId = ({ params }: Context): string => (params as { id: string }).id;

/** Every other key of the query is somebody else's: mailers and trackers add their own. */
export const asked = (ctx: Context): Asked => ({
  id: askedId(ctx),
  locale: askedLocale(ctx),
  counters: ctx.query.counters !== 'false',
});
