import type { Connection } from '../database';
import { BOUNCES, OUTBOX } from '../outbox/tables';
import { createPublicSignatureStore } from './public-signature-store';
import type { RegisterRow } from './rows';
import { REGISTER, SUBMISSIONS } from './tables';

/** What destroys personal data, within a transaction; each answers how many rows it found. */
export interface EraseStore {
  /**
   * Signatures keep counting, or not counting where they were invalidated; what named anybody is
   * destroyed, and what they showed in public goes.
   */
  anonymise(ids: Buffer[]): Promise<number>;
  /** Takes signatures out of the register; answers what they were. The ledger is the caller's. */
  removeSignatures(ids: Buffer[]): Promise<RegisterRow[]>;
  removeSubmissions(ids: Buffer[]): Promise<number>;
  /** The same, but for the shells that hold nothing sealed any more. */
  removeSealedSubmissions(ids: Buffer[]): Promise<number>;
  /** Mail about these rows that is not sent yet, and that a mailbox took none. */
  removeMail(ids: Buffer[]): Promise<number>;
}

/** Locked in one order on PostgreSQL, so that two never wait in a circle. */
const removeSubmissions = async (connection: Connection, ids: Buffer[]): Promise<number> => {
  const rows = () => connection(SUBMISSIONS).whereIn('id', ids);
  await rows().orderBy('id').forUpdate().select('id');
  return rows().delete();
};

export const createEraseStore = (connection: Connection): EraseStore => ({
  async anonymise(ids) {
    const rows = () => connection(REGISTER).whereIn('id', ids);
    await rows().orderBy('id').forUpdate().select('id');
    await createPublicSignatureStore(connection).removeOf(ids);
    return rows()
      .where((row) => void row.whereNotNull('sealed').orWhereNotNull('email_index'))
      .update({
        state: connection.raw(`case when state = 'invalidated' then state else 'anonymised' end`),
        sealed: null,
        email_index: null,
        email_index_next: null,
        index_key: null,
        index_table: null,
        network: null,
        public_signature: null,
      });
  },
  async removeSignatures(ids) {
    const rows = () => connection<RegisterRow>(REGISTER).whereIn('id', ids);
    const there = await rows().orderBy('id').forUpdate().select('*');
    await createPublicSignatureStore(connection).removeOf(ids);
    await rows().delete();
    return there;
  },
  removeSubmissions: (ids) => removeSubmissions(connection, ids),
  removeSealedSubmissions: async (ids) =>
    removeSubmissions(
      connection,
      await connection(SUBMISSIONS).whereIn('id', ids).whereNotNull('sealed').pluck<Buffer[]>('id'),
    ),
  async removeMail(ids) {
    await connection(BOUNCES).whereIn('row_id', ids).delete();
    return connection(OUTBOX).whereIn('row_id', ids).delete();
  },
});
