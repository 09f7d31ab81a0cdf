import { readRoutes } from '../http/reads';

export const actionReads = readRoutes([
  { path: '/actions', handler: 'action.find' },
  { path: '/actions/:id', handler: 'action.findOne' },
]);
