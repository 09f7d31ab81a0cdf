import { readRoutes } from '../http/reads';

export const campaignReads = readRoutes([{ path: '/campaigns', handler: 'campaign.find' }]);
