import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Reader } from '../campaign-page/read';
import { languageOf } from '../visitor/language';
import { publicCampaigns } from './campaigns';
import { CONTENT_SECURITY_POLICY, doorsPage } from './page';

/** Shows the list of doors, which also says how to load the demo. */
export const showDoors = (strapi: Core.Strapi, reader: Reader) => {
  const campaignsIn = publicCampaigns(reader);
  return async (ctx: Context): Promise<void> => {
    const language = languageOf(ctx);
    const campaigns = await campaignsIn(language);
    const admin = strapi.config.get<string>('admin.url', '/admin');
    ctx.set({
      'Cache-Control': 'public, max-age=10',
      'Content-Language': language,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    });
    ctx.vary('Accept-Language');
    ctx.type = 'html';
    ctx.body = doorsPage({ language, campaigns, admin, api: reader.api });
  };
};

/** Puts the list of doors at `/doors`. */
export const serveDoors = (strapi: Core.Strapi, handler: (ctx: Context) => Promise<void>): void => {
  strapi.server.routes([{ method: 'GET', path: '/doors', handler, config: { auth: false } }]);
};
