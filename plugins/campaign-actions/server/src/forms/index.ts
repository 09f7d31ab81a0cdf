import type { Slice } from '../assemble';
import { controllerOf, routesTo } from '../http/routed';
import { service } from '../plugin';
import { formDoors } from './doors';

/** The doors for pages without JavaScript. */
export const formsSlice: Slice = {
  controllers: { forms: controllerOf(formDoors) },
  routes: { forms: routesTo('forms', formDoors) },
  bootstrap: ({ strapi }) => service(strapi, 'earlyPath').open(formDoors(strapi)),
};
