import type { Connection } from '../database';
import { OUTBOX } from '../outbox/tables';
import { createPublicSignatureStore } from './public-signature-store';
import { REGISTER, SUBMISSIONS } from './tables';

/** What destroys personal data, within a transaction; each answers how many rows it found. */
export interface EraseStore {
  /**
   * Signatures keep counting, or not counting where they were invalidated; what named anybody is
   * destroyed, and what they showed in public goes.
   */
  anonymise(ids: Buffer[]): Promise<number>;
  removeSubmissions(ids: Buffer[]): Promise<number>;
  /** Mail about these rows that is not sent yet. */
  removeMail(ids: Buffer[]): Promise<number>;
}

export const createEraseStore = (connection: Connection): EraseStore => ({
  async anonymise(ids) {
    const rows = () => connection(REGISTER).whereIn('id', ids);
    // In one order on PostgreSQL, so that two never wait in a circle.
    await rows().orderBy('id').forUpdate().select('id');
    await createPublicSignatureStore(connection).removeOf(ids);
    return rows()
      .where((row) => void row.whereNotNull('sealed').orWhereNotNull('email_index'))
      .update({
        state: connection.raw(`case when state = 'invalidated' then state else 'anonymised' end`),
        sealed: null,
        email_index: null,
        index_key: null,
        index_table: null,
        public_signature: null,
      });
  },
  async removeSubmissions(ids) {
    const rows = () => connection(SUBMISSIONS).whereIn('id', ids);
    await rows().orderBy('id').forUpdate().select('id');
    return rows().delete();
  },
  removeMail: (ids) => connection(OUTBOX).whereIn('row_id', ids).delete(),
});
