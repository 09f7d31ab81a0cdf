import { readRoutes } from '../http/reads';

export const actionReads = readRoutes([{ path: '/actions', handler: 'action.find' }]);
