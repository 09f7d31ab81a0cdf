import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { registerComponents } from '../components';
import { checkDocuments, watchDocuments } from '../editing/check-documents';
import { offerEditViews } from '../editing/edit-view';
import { slugFromTitle } from '../editing/slug-from-title';
import { registerPermissions } from '../http/panel-permissions';
import { routesTo } from '../http/routed';
import { CAMPAIGN, PERMISSIONS, service } from '../plugin';
import { campaignChecks } from './checks';
import { campaignComponents } from './components';
import { campaign } from './content-type';
import { campaignController } from './controller';
import { campaignDoors } from './doors';
import { guardScripts } from './guard-scripts';
import { campaignPage } from './page';
import { type PageBoard, createPageBoard } from '../publication/board';
import { campaignReads } from './routes';

const campaignPages = ({ strapi }: { strapi: Core.Strapi }): PageBoard =>
  createPageBoard(strapi, CAMPAIGN, campaignPage);

export const campaignSlice: Slice = {
  contentTypes: { campaign: { schema: campaign.schema } },
  services: { campaignPages },
  controllers: { campaign: campaignController },
  routes: { 'campaign-reads': campaignReads, campaign: routesTo('campaign', campaignDoors) },
  async register({ strapi }) {
    await registerPermissions(strapi, 'Campaign pages', {
      [PERMISSIONS.authorScripts]: 'Write scripts of campaign pages',
    });
    registerComponents(strapi, campaignComponents);
    offerEditViews(strapi, [campaign, ...campaignComponents]);
    watchDocuments(strapi, slugFromTitle(strapi, CAMPAIGN));
    watchDocuments(strapi, checkDocuments(strapi, { uid: CAMPAIGN, schema: campaignChecks }));
    watchDocuments(strapi, guardScripts(strapi));
  },
  bootstrap: ({ strapi }) => service(strapi, 'earlyPath').open(campaignDoors(strapi)),
};
