import { readRoutes } from '../http/reads';

export const campaignReads = readRoutes([
  { path: '/campaigns', handler: 'campaign.find' },
  { path: '/campaigns/:id', handler: 'campaign.findOne' },
]);
