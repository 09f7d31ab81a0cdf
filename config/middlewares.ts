import type { Core } from '@strapi/strapi';
import { mediaOrigins } from './media';

/** Strapi's own sources, which a list of one's own replaces; the panel shows media with them. */
const MEDIA = ["'self'", 'data:', 'blob:'];
const MARKET = 'https://market-assets.strapi.io';

const middlewares = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => {
  const origins = mediaOrigins(env);
  return [
    'strapi::logger',
    'strapi::errors',
    {
      name: 'strapi::security',
      config: {
        contentSecurityPolicy: {
          directives: {
            'img-src': [...MEDIA, MARKET, ...origins],
            'media-src': [...MEDIA, ...origins],
          },
        },
      },
    },
    // Strapi's default answers any origin with credentials; nothing here needs a cookie.
    { name: 'strapi::cors', config: { origin: '*', credentials: false } },
    'strapi::query',
    'strapi::body',
    { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
    'strapi::public',
  ];
};

export default middlewares;
