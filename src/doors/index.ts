import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { type Campaign, CONTENT_SECURITY_POLICY, doorsPage } from './page';
import { type Language, languageOf } from '../visitor/language';

const CAMPAIGN = 'plugin::campaign-actions.campaign';
const MOST_LISTED = 20;

interface Documents {
  findMany(params: object): Promise<(Campaign & { documentId: string })[]>;
}

/** Published campaigns in the language asked for, then those that have only others. */
const publishedCampaigns = async (strapi: Core.Strapi, language: Language): Promise<Campaign[]> => {
  const documents = strapi.documents(CAMPAIGN) as unknown as Documents;
  const all = await documents.findMany({
    status: 'published',
    locale: '*',
    fields: ['title', 'slug', 'locale', 'action'],
    sort: 'publishedAt:desc',
    limit: 100,
  });
  const inOrder = [
    ...all.filter(({ locale }) => locale === language),
    ...all.filter(({ locale }) => locale !== language),
  ];
  const byDocument = new Map<string, Campaign>();
  for (const campaign of inOrder) {
    if (!byDocument.has(campaign.documentId)) byDocument.set(campaign.documentId, campaign);
  }
  return [...byDocument.values()].slice(0, MOST_LISTED);
};

/** Shows the list of doors, which also says how to load the demo. */
export const showDoors =
  (strapi: Core.Strapi) =>
  async (ctx: Context): Promise<void> => {
    const language = languageOf(ctx);
    const campaigns = await publishedCampaigns(strapi, language);
    const admin = strapi.config.get<string>('admin.url', '/admin');
    const api = `${strapi.config.get<string>('api.rest.prefix')}/campaign-actions`;
    ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    ctx.set('Content-Language', language);
    ctx.vary('Accept-Language');
    ctx.type = 'html';
    ctx.body = doorsPage({ language, campaigns, admin, api });
  };

/** Puts the list of doors at `/doors`. */
export const serveDoors = (strapi: Core.Strapi): void => {
  const handler = showDoors(strapi);
  strapi.server.routes([{ method: 'GET', path: '/doors', handler, config: { auth: false } }]);
};
