import type { Core } from '@strapi/strapi';

const middlewares: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  // Strapi's default answers any origin with credentials; nothing here needs a cookie.
  { name: 'strapi::cors', config: { origin: '*', credentials: false } },
  'strapi::query',
  'strapi::body',
  { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
  'strapi::public',
];

export default middlewares;
