import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { SIGN_ON_BEHALF } from '../plugin';

/** What Strapi's own strategies leave on a request that they know. */
interface Auth {
  strategy: { name: string };
}

interface Strategies {
  authenticate(ctx: Context, next: () => Promise<void>): Promise<unknown>;
  verify(auth: Auth, config: { scope: string[] }): Promise<void>;
}

/** Of Strapi's API tokens: before 5.46 it had the shorter name. */
const TOKENS = new Set(['content-api-token', 'api-token']);

/**
 * Whether a request comes from a server that posts for its visitors: with an API token that an
 * administrator has given this permission. The sign door is open to all, so Strapi has not looked at
 * the token yet; its own strategies are asked here, as for any other route.
 */
export const signsOnBehalf = async (strapi: Core.Strapi, ctx: Context): Promise<boolean> => {
  const strategies = strapi.get<Strategies>('auth');
  const state: { route: object; auth?: Auth } = {
    route: { config: {}, info: { type: 'content-api' } },
  };
  const asked = Object.create(ctx, {
    state: { value: state },
    unauthorized: { value: () => undefined },
  }) as Context;
  await strategies.authenticate(asked, () => Promise.resolve());
  if (!state.auth || !TOKENS.has(state.auth.strategy.name)) return false;
  try {
    await strategies.verify(state.auth, { scope: [SIGN_ON_BEHALF] });
    return true;
  } catch {
    return false;
  }
};
