import type { Core } from '@strapi/strapi';
import type { OpenTransaction } from '../database';
import { type Soon, createFresh } from '../fresh';
import { service } from '../plugin';
import { createRevisionStore } from './revision-store';

/** Everything that pages are made of, and whether it was changed. */
export interface Content {
  /** Another one whenever something was changed: here at once, on another node within a second. */
  revision(): Soon<string>;
  /** Says that something was changed, in the transaction that changed it. */
  changed(what: string): Promise<void>;
}

export const createContent = (strapi: Core.Strapi): Content => {
  const present = createFresh('', async (before) => {
    const revision = await createRevisionStore(strapi.db.connection).read();
    // A page shows an action's rules too, and they must not be older than the rest of it.
    if (revision !== before) service(strapi, 'catalogue').forget();
    return revision;
  });
  return {
    revision: () => present.get(),
    async changed(what) {
      await strapi.db.transaction(async ({ trx, onCommit }: OpenTransaction) => {
        await createRevisionStore(trx).raise(what);
        onCommit(() => present.forget());
      });
    },
  };
};
