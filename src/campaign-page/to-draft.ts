import type { Context } from 'koa';
import { QUIET } from './answer';
import { draftQuery, first, localeIn } from './asked';
import { Refused } from './read';

const USUAL_LOCALE = 'en';

/**
 * Where the panel leads: `?campaign=ID&locale=en`, with `&status=draft&preview=TOKEN` to a draft. It
 * goes on to a page of this host whatever the address says, since a locale is taken only as one.
 *
 * @throws Refused where nothing is named
 */
export const leadToDraft = (ctx: Context): Promise<void> => {
  const asked = (name: string): string | undefined => first(ctx.query[name]) || undefined;
  const [campaign, action, preview] = ['campaign', 'action', 'preview'].map(asked);
  const name = campaign ?? action;
  if (name === undefined) return Promise.reject(new Refused(404));
  const locale = localeIn(asked('locale')) ?? USUAL_LOCALE;
  const path = [locale, ...(campaign ? [] : ['actions']), encodeURIComponent(name)].join('/');
  const query = preview && new URLSearchParams(draftQuery(preview)).toString();
  ctx.set(QUIET);
  ctx.redirect(`/${path}${query ? `?${query}` : ''}`);
  return Promise.resolve();
};
