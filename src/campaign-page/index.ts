import type { Core } from '@strapi/strapi';
import type { ActionPage, Campaign, CampaignItem, Organisation } from 'campaign-actions-web';
import { actionDocumentHtml, campaignDocumentHtml } from 'campaign-actions-web/html';
import type { Context, Next } from 'koa';
import { hideQuery } from '../visitor/hide-query';
import { answerPage } from './answer';
import type { Modules } from './modules';
import { type Asked, placeOf } from './place';
import { createReader, Refused } from './read';
import { textsIn } from './texts';

type Handler = (ctx: Context, next: Next) => Promise<void>;

const LOCALE = ':locale([a-z]{2,3}|[a-z]{2,3}-[A-Za-z]{2,4})';

/** One value of a query, however often it was given. */
const first = (value: unknown): string | undefined => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one : undefined;
};

const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();

/** What is asked for by the address: a name in a language, and a draft with its token. */
const askedBy = (ctx: Context): Asked => {
  const { locale = '', slug = '' } = ctx.params as Record<string, string>;
  const isDraft = first(ctx.query.status) === 'draft';
  return { locale, slug, preview: isDraft ? (first(ctx.query.preview) ?? null) : null };
};

/**
 * Serves campaigns as whole pages: `/fr/nom-de-la-campagne`, `/fr/actions/nom`, and at `/` the newest
 * one, in the language that the browser prefers.
 *
 * @param withoutAny answers at `/` while no campaign is published
 */
export const serveCampaignPages = (
  strapi: Core.Strapi,
  { elements, preview: inPreview }: Modules,
  withoutAny: (ctx: Context) => Promise<void>,
): void => {
  const reader = createReader(strapi);
  const modulesFor = (preview: string | null): string[] =>
    preview === null ? [elements] : [elements, inPreview];

  const showCampaign = async (ctx: Context, asked: Asked): Promise<void> => {
    const { locale, slug, preview } = asked;
    const query = { locale, ...(preview !== null && { status: 'draft', preview }) };
    const campaign = await reader.read<Campaign>(`/campaigns/${encodeURIComponent(slug)}`, query);
    const place = placeOf(reader, 'campaign', campaign, asked);
    const page = campaignDocumentHtml(campaign, place, { modules: modulesFor(preview) });
    answerPage(ctx, page.text, campaign, place);
  };

  const showAction = async (ctx: Context, asked: Asked): Promise<void> => {
    const { locale, slug, preview } = asked;
    const query = { locale, ...(preview !== null && { status: 'draft', preview }) };
    const path = `/actions/${encodeURIComponent(slug)}`;
    const [action, organisation] = await Promise.all([
      reader.read<ActionPage>(path, query),
      reader.read<Organisation>('/organisation', { locale }).catch(() => null),
    ]);
    const place = placeOf(reader, 'action', { ...action, organisation }, asked);
    const page = actionDocumentHtml(action, place, { modules: modulesFor(preview) });
    answerPage(ctx, page.text, null, place);
  };

  const newest = async (locale: string): Promise<CampaignItem | undefined> => {
    const query = { sort: 'publishedAt:desc', 'pagination[pageSize]': '1' };
    const [inLocale] = await reader.read<CampaignItem[]>('/campaigns', { ...query, locale });
    if (inLocale) return inLocale;
    const [any] = await reader.read<CampaignItem[]>('/campaigns', query);
    return any;
  };

  /** What does not exist is left to whoever comes next; while reading fails, the page says so. */
  const orNext =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      if (ctx.query.preview !== undefined) hideQuery(ctx);
      try {
        await handler(ctx, next);
      } catch (error) {
        const status = error instanceof Refused ? error.status : 500;
        if (status === 404) return void (await next());
        strapi.log.error(`[campaign page] ${error instanceof Error ? error.message : 'unknown'}`);
        ctx.set('Retry-After', '5');
        ctx.status = 503;
        ctx.type = 'text';
        ctx.body = textsIn(askedBy(ctx).locale).unavailable;
      }
    };

  const atRoot: Handler = async (ctx) => {
    const asked = first(ctx.query.locale) ?? (ctx.acceptsLanguages('en', 'fr') || 'en');
    const campaign = await newest(/^[A-Za-z\d-]{1,35}$/.test(asked) ? asked : 'en');
    ctx.vary('Accept-Language');
    if (!campaign) return withoutAny(ctx);
    const { locale, documentId } = campaign;
    await showCampaign(ctx, { locale, slug: documentId, preview: null });
  };

  /** Where the panel leads: `?campaign=ID&locale=en`, with `&status=draft&preview=TOKEN` to a draft. */
  const toDraft: Handler = (ctx) => {
    const [campaign, action, locale = 'en', preview] = [
      'campaign',
      'action',
      'locale',
      'preview',
    ].map((name) => first(ctx.query[name]));
    const name = campaign ?? action;
    if (name === undefined) throw new Refused(404);
    const path = [locale, ...(campaign ? [] : ['actions']), name].map(encodeURIComponent).join('/');
    ctx.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    const draft = preview === undefined ? '' : `?${query({ status: 'draft', preview })}`;
    ctx.redirect(`/${path}${draft}`);
    return Promise.resolve();
  };

  const page = (path: string, handler: Handler) => ({
    method: 'GET' as const,
    path,
    handler: orNext(handler),
    config: { auth: false as const },
  });
  strapi.server.routes([
    page('/', atRoot),
    page('/preview', toDraft),
    page(`/${LOCALE}/actions/:slug`, (ctx) => showAction(ctx, askedBy(ctx))),
    page(`/${LOCALE}/:slug`, (ctx) => showCampaign(ctx, askedBy(ctx))),
  ]);
};
