import type { Core } from '@strapi/strapi';

const app: Partial<{ register: (context: { strapi: Core.Strapi }) => void }> = {};

export default app;
