import type { Core } from '@strapi/strapi';

/** strapi-plugin-campaign-actions enables itself and reads its own environment variables. */
const plugins = ({ env }: Core.Config.Shared.ConfigParams) => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
});

export default plugins;
