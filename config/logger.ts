import type { Core } from '@strapi/strapi';

const logger = ({ env }: Core.Config.Shared.ConfigParams) => ({ level: env('LOG_LEVEL', 'info') });

export default logger;
