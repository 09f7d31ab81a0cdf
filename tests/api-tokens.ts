import { randomUUID } from 'node:crypto';
import type { App } from './app';

interface Tokens {
  create(token: object): Promise<{ accessKey: string }>;
}

/** Makes an API token with these permissions, as an administrator does. */
export const apiTokens =
  (app: App) =>
  async (permissions: string[]): Promise<string> => {
    const tokens = app.strapi.service('admin::api-token') as unknown as Tokens;
    const { accessKey } = await tokens.create({
      name: `token ${randomUUID()}`,
      description: '',
      type: 'custom',
      lifespan: null,
      permissions,
    });
    return accessKey;
  };
