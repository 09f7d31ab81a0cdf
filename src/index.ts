import type { Core } from '@strapi/strapi';
import { serveCampaignPages } from './campaign-page';
import { serveModules } from './campaign-page/modules';
import { createReader } from './campaign-page/read';
import { serveConfirmPage } from './confirm-page';
import { serveDoors, showDoors } from './doors';

const app = {
  /** Strapi redirects `/` to the panel, unless somebody was there before. */
  register({ strapi }: { strapi: Core.Strapi }) {
    const reader = createReader(strapi);
    const doors = showDoors(strapi, reader);
    serveDoors(strapi, doors);
    const modules = serveModules(strapi);
    serveCampaignPages(strapi, reader, modules, doors);
    serveConfirmPage(strapi, reader, modules.elements);
  },
};

export default app;
