import type { Core } from '@strapi/strapi';
import { serveCampaignPages } from './campaign-page';
import { serveModules } from './campaign-page/modules';
import { serveConfirmPage } from './confirm-page';
import { serveDoors, showDoors } from './doors';

const app = {
  /** Strapi redirects `/` to the panel, unless somebody was there before. */
  register({ strapi }: { strapi: Core.Strapi }) {
    serveDoors(strapi);
    const modules = serveModules(strapi);
    serveCampaignPages(strapi, modules, showDoors(strapi));
    serveConfirmPage(strapi, modules.elements);
  },
};

export default app;
