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

  const named =
    (deed: Show): Handler =>
    async (ctx, next) =>
      isLeftAlone(ctx) ? void (await next()) : deed(ctx, askedBy(ctx));

  const page = (path: string, handler: Handler) => ({
    method: 'GET' as const,
    path,
    handler: orNext(strapi, handler),
    config: { auth: false as const },
  });
  /** Nobody comes next: Strapi would lead `/` to the panel. */
  const ownPage = (path: string, handler: Handler) => {
    const { handler: orNotice, ...rest } = page(path, handler);
    return { ...rest, handler: (ctx: Context) => orNotice(ctx, () => Promise.resolve()) };
  };
  strapi.server.routes([
    ownPage('/', atRoot),
    ownPage('/preview', leadToDraft),
    page(`/:locale(${LOCALE})/actions/:slug`, named(show.action)),
    page(`/:locale(${LOCALE})/:slug`, named(show.campaign)),
  ]);
};
