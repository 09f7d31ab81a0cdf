import type { Core } from '@strapi/strapi';
import { ACTION, CAMPAIGN, ORGANISATION, PUBLIC_SIGNATURE } from '../plugin';

/** The part of @strapi/plugin-graphql that this file uses; it is not there to take types from. */
interface Extension {
  shadowCRUD(uid: string): { disable(): unknown };
}

const GRAPHQL = 'graphql';

/**
 * Keeps our types out of the host's GraphQL. What it makes of a type by itself asks for the very
 * permissions that the public is granted for our own doors, and then gives whole documents, drafts
 * included. To be called in `register()`: GraphQL makes its schema later, in its `bootstrap()`,
 * whichever of the two plugins comes first.
 */
export const closeGraphql = (strapi: Core.Strapi): void => {
  if (!(GRAPHQL in strapi.plugins)) return;
  const extension = strapi.plugin(GRAPHQL).service<Extension>('extension');
  for (const uid of [ORGANISATION, CAMPAIGN, ACTION, PUBLIC_SIGNATURE])
    extension.shadowCRUD(uid).disable();
};
