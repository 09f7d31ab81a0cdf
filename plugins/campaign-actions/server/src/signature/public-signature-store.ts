import type { Connection } from '../database';
import { REGISTER } from './tables';

const PUBLIC_SIGNATURES = 'campaign_actions_public_signatures';

export interface PublicSignatureStore {
  /** Deletes what these signatures show of their supporters, drafts too, without an event. */
  removeOf(ids: Buffer[]): Promise<void>;
}

export const createPublicSignatureStore = (connection: Connection): PublicSignatureStore => ({
  async removeOf(ids) {
    const shown = connection(REGISTER)
      .whereIn('id', ids)
      .whereNotNull('public_signature')
      .select('public_signature');
    await connection(PUBLIC_SIGNATURES).whereIn('document_id', shown).delete();
  },
});
