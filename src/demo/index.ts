import type { Core } from '@strapi/strapi';
import { CONTENT } from './content';
import { demoLogin, type Login } from './login';
import { seed } from './seed';

export { serveMailbox } from '../mailbox';
export { seed };

/** Everything that a person who looks around needs, and where it is. */
export interface Demo {
  login: Login;
  campaign: string;
  action: string;
}

export const prepareDemo = async (strapi: Core.Strapi): Promise<Demo> => {
  await seed(strapi);
  const { campaign, petition } = CONTENT.en;
  return { login: await demoLogin(strapi), campaign: campaign.slug, action: petition.slug };
};
