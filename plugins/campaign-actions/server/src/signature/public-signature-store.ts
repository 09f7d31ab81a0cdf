import type { Connection } from '../database';
import { REGISTER } from './tables';

export const PUBLIC_SIGNATURES = 'campaign_actions_public_signatures';

/**
 * What stands in a signature's `public_signature`: the documentId of what it shows, or one of these.
 * `due`: its supporter agreed, and the draft is still to be made. `refused`: an editor deleted it.
 */
export const DUE = 'due';
export const REFUSED = 'refused';

export interface PublicSignatureStore {
  /** Deletes what these signatures show of their supporters, drafts too, without an event. */
  removeOf(ids: Buffer[]): Promise<void>;
  /** The same for a while: a draft is due again, should they count again. */
  hide(ids: Buffer[]): Promise<void>;
  /** The same for all of an action, and for good. */
  removeAll(action: string): Promise<void>;
  /** An editor deleted it: it is not made again. */
  refuse(action: string, documentId: string): Promise<void>;
}

export const createPublicSignatureStore = (connection: Connection): PublicSignatureStore => {
  const named = (ids: Buffer[]) =>
    connection(REGISTER)
      .whereIn('id', ids)
      .whereNotNull('public_signature')
      .whereNot({ public_signature: REFUSED });
  const removeOf = async (ids: Buffer[]): Promise<void> => {
    // Kept as they are: else one could be given something to show behind our back.
    const locked = connection(REGISTER).whereIn('id', ids).orderBy('id').forUpdate();
    const shown = (await locked.pluck<(string | null)[]>('public_signature')).filter(Boolean);
    if (shown.length > 0)
      await connection(PUBLIC_SIGNATURES).whereIn('document_id', shown).delete();
  };
  return {
    removeOf,
    async hide(ids) {
      await removeOf(ids);
      await named(ids).update({ public_signature: DUE });
    },
    async removeAll(action) {
      const shown = () =>
        connection(REGISTER)
          .where({ action })
          .whereNotNull('public_signature')
          .whereNot({ public_signature: REFUSED });
      await shown().orderBy(['email_index', 'id']).forUpdate().select('id');
      await connection(PUBLIC_SIGNATURES).where({ action }).delete();
      await shown().update({ public_signature: null });
    },
    async refuse(action, documentId) {
      await connection(REGISTER)
        .where({ action, public_signature: documentId })
        .update({ public_signature: REFUSED });
    },
  };
};
