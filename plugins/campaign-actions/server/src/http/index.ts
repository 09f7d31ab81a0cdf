import type { Slice } from '../assemble';
import { createGate } from './gate';

export const httpSlice: Slice = {
  register({ strapi }) {
    strapi.server.use(createGate(strapi));
  },
};
