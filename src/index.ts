import type { Core } from '@strapi/strapi';
import { serveDoors } from './doors';

const app = {
  register({ strapi }: { strapi: Core.Strapi }) {
    serveDoors(strapi);
  },
};

export default app;
