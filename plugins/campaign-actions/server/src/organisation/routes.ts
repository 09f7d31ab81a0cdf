import { readRoutes } from '../http/reads';

export const organisationReads = readRoutes([
  { path: '/organisation', handler: 'organisation.find' },
]);
