import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { LOCALE, askedBy, first, localeIn } from './asked';
import type { Modules } from './modules';
import { newestCampaign } from './newest';
import type { Reader } from './read';
import { type Handler, orNext } from './refuse';
import { type Show, createShow } from './show';
import { leadToDraft } from './to-draft';

/** Whether a path is the API's or the panel's, whose first part may look like a locale. */
const isOthers = (strapi: Core.Strapi) => {
  const { config } = strapi;
  const prefixes = [config.get<string>('api.rest.prefix'), config.get<string>('admin.path')]
    .filter((prefix) => prefix !== '')
    .map((prefix) => `${prefix.toLowerCase()}/`);
  // The router does not mind upper case, either.
  return ({ path }: Context): boolean =>
    prefixes.some((prefix) => path.toLowerCase().startsWith(prefix));
};

/**
 * Serves campaigns as whole pages: `/fr/nom-de-la-campagne`, `/fr/actions/nom`, and at `/` the newest
 * one, in the language that the browser prefers.
 *
 * @param withoutAny answers at `/` while no campaign is published
 */
export const serveCampaignPages = (
  strapi: Core.Strapi,
  reader: Reader,
  modules: Modules,
  withoutAny: (ctx: Context) => Promise<void>,
): void => {
  const show = createShow(reader, modules);
  const newest = newestCampaign(reader);
  const isLeftAlone = isOthers(strapi);

  const atRoot: Handler = async (ctx) => {
    ctx.vary('Accept-Language');
    const liked = ctx.acceptsLanguages('en', 'fr') || 'en';
    const campaign = await newest(localeIn(first(ctx.query.locale)) ?? liked);
    if (!campaign) return withoutAny(ctx);
    const { locale, documentId } = campaign;
    await show.campaign(ctx, { locale, slug: documentId, preview: null });
  };

  const page = (path: string, handler: Handler) => ({
    method: 'GET' as const,
    path,
    handler,
    config: { auth: false as const },
  });
  /** Nobody comes next: Strapi would lead `/` to the panel. */
  const ownPage = (path: string, handler: Handler) => {
    const answer = orNext(strapi, handler);
    return page(path, (ctx) => answer(ctx, () => Promise.resolve()));
  };
  const namedPage = (path: string, deed: Show) => {
    const answer = orNext(strapi, (ctx) => deed(ctx, askedBy(ctx)));
    return page(path, async (ctx, next) =>
      isLeftAlone(ctx) ? void (await next()) : answer(ctx, next),
    );
  };
  strapi.server.routes([
    ownPage('/', atRoot),
    ownPage('/preview', leadToDraft),
    namedPage(`/:locale(${LOCALE})/actions/:slug`, show.action),
    namedPage(`/:locale(${LOCALE})/:slug`, show.campaign),
  ]);
};
