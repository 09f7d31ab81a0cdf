import type { Core } from '@strapi/strapi';
import { serveCampaignPages } from './campaign-page';
import { serveDoors, showDoors } from './doors';

const app = {
  /** Strapi redirects `/` to the panel, unless somebody was there before. */
  register({ strapi }: { strapi: Core.Strapi }) {
    serveDoors(strapi);
    serveCampaignPages(strapi, showDoors(strapi));
  },
};

export default app;
