import type { Knex } from 'knex';
import { KEYS } from './tables';

export interface DataKeyRow {
  action: string;
  version: number;
  keyId: string;
  /** Null for keys of a day, which find nobody again. */
  indexKey: string | null;
  wrapped: Buffer;
}

export interface DataKeyStore {
  read(action: string, version: number): Promise<DataKeyRow | null>;
  /** Inserts unless the row is there already; answers the row that is there. */
  insertOrRead(row: DataKeyRow, day: string): Promise<DataKeyRow>;
  /** Deletes the versions before this one; answers how many. */
  removeBefore(action: string, version: number): Promise<number>;
}

interface KeysTable {
  action: string;
  version: number;
  key_id: string;
  index_key: string | null;
  wrapped: Buffer | null;
}

export const createDataKeyStore = (knex: Knex): DataKeyStore => {
  const read = async (action: string, version: number): Promise<DataKeyRow | null> => {
    const row = await knex<KeysTable>(KEYS).where({ action, version }).first();
    if (!row?.wrapped) return null;
    return { action, version, keyId: row.key_id, indexKey: row.index_key, wrapped: row.wrapped };
  };
  return {
    read,
    async insertOrRead(row, day) {
      await knex(KEYS)
        .insert({
          action: row.action,
          version: row.version,
          key_id: row.keyId,
          index_key: row.indexKey,
          wrapped: row.wrapped,
          created_on: day,
        })
        .onConflict(['action', 'version'])
        .ignore();
      const stored = await read(row.action, row.version);
      if (!stored) throw new Error(`The data key of action ${row.action} was destroyed.`);
      return stored;
    },
    removeBefore: (action, version) =>
      knex<KeysTable>(KEYS).where({ action }).where('version', '<', version).delete(),
  };
};
