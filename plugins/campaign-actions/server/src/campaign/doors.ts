import type { Core } from '@strapi/strapi';
import { CAMPAIGN, service } from '../plugin';
import { withDrafts } from '../preview/draft-door';
import { pageDoor } from '../publication/page-door';

/** The whole page of a campaign, published or with a preview token its draft. */
export const campaignDoors = (strapi: Core.Strapi) => ({
  findOne: withDrafts(
    strapi,
    CAMPAIGN,
    pageDoor('/campaigns/:id', CAMPAIGN, service(strapi, 'campaignPages')),
  ),
});
