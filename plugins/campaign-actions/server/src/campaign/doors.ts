import type { Core } from '@strapi/strapi';
import { CAMPAIGN, service } from '../plugin';
import { pageDoor } from '../publication/page-door';

/** The whole page of a campaign. */
export const campaignDoors = (strapi: Core.Strapi) => ({
  findOne: pageDoor('/campaigns/:id', CAMPAIGN, service(strapi, 'campaignPages')),
});
