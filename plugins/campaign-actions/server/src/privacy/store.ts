import type { Connection } from '../database';
import { Shredded } from './data-keys';
import type { IndexPlace } from './email-index';
import { run } from '../statement';
import { KEYS } from './tables';

const REVISION = `select sum(epoch) as n from ${KEYS}`;

/**
 * `filling`: the second index of every row is made; `swapping`: it becomes the first; `clearing`: it
 * is the first, and no second one is left behind.
 */
export type IndexStep = 'filling' | 'swapping' | 'clearing';

export interface DataKeyRow {
  action: string;
  version: number;
  keyId: string;
  /** Null for keys of a day, which find nobody again. */
  index: IndexPlace | null;
  /** Where its addresses are being moved, and how far that is. */
  nextIndex: IndexPlace | null;
  indexStep: IndexStep | null;
  wrapped: Buffer;
  /** See `EpochStore`. */
  epoch: number;
}

export type NewDataKey = Omit<DataKeyRow, 'epoch' | 'nextIndex' | 'indexStep'>;

export interface DataKeyStore {
  /** Null when there is none of that version. @throws Shredded */
  read(action: string, version: number): Promise<DataKeyRow | null>;
  /** Inserts unless the row is there already; answers the row that is there. */
  insertOrRead(row: NewDataKey, day: string): Promise<DataKeyRow>;
  /** Whether an action has data keys. */
  stateOf(action: string): Promise<'none' | 'there' | 'destroyed'>;
  /** The day of the first of its data keys that are there. */
  firstDay(action: string): Promise<string | null>;
  /** Destroys every data key of an action. */
  destroy(action: string, day: string): Promise<void>;
  /** Moves with every new epoch of any action. */
  revision(): Promise<number>;
  /** Deletes the versions before this one; answers how many. */
  removeBefore(action: string, version: number): Promise<number>;
}

interface KeysTable {
  action: string;
  version: number;
  key_id: string;
  index_key: string | null;
  index_table: number | null;
  next_key: string | null;
  next_table: number | null;
  index_step: IndexStep | null;
  wrapped: Buffer | null;
  created_on: string;
  destroyed_on: string | null;
  epoch: number;
}

const placeOf = (keyId: string | null, table: number | null): IndexPlace | null =>
  keyId !== null && table !== null ? { keyId, table } : null;

export const createDataKeyStore = (knex: Connection): DataKeyStore => {
  const read = async (action: string, version: number): Promise<DataKeyRow | null> => {
    const row = await knex<KeysTable>(KEYS).where({ action, version }).first();
    if (!row) return null;
    const { key_id: keyId, wrapped, epoch, index_step: indexStep } = row;
    if (!wrapped) throw new Shredded(action);
    const index = placeOf(row.index_key, row.index_table);
    const nextIndex = placeOf(row.next_key, row.next_table);
    return { action, version, keyId, index, nextIndex, indexStep, wrapped, epoch };
  };
  return {
    read,
    async insertOrRead(row, day) {
      await knex(KEYS)
        .insert({
          action: row.action,
          version: row.version,
          key_id: row.keyId,
          index_key: row.index?.keyId ?? null,
          index_table: row.index?.table ?? null,
          wrapped: row.wrapped,
          created_on: day,
        })
        .onConflict(['action', 'version'])
        .ignore();
      const stored = await read(row.action, row.version);
      if (!stored) throw new Error(`The data key of action ${row.action} went as it came.`);
      return stored;
    },
    async stateOf(action) {
      // A key of a day seals nobody's data.
      const sealing = knex<KeysTable>(KEYS).where({ action }).whereNotNull('index_key');
      const rows = await sealing.select('wrapped');
      if (rows.length === 0) return 'none';
      return rows.some(({ wrapped }) => wrapped !== null) ? 'there' : 'destroyed';
    },
    async firstDay(action) {
      const row = await knex<KeysTable>(KEYS)
        .where({ action })
        .whereNotNull('index_key')
        .whereNotNull('wrapped')
        .orderBy('created_on')
        .first('created_on');
      return row?.created_on ?? null;
    },
    async destroy(action, day) {
      await knex<KeysTable>(KEYS)
        .where({ action })
        .whereNotNull('wrapped')
        .update({ wrapped: null, destroyed_on: day });
    },
    async revision() {
      const [row] = await run<{ n: number | string | null }>(knex, REVISION, []);
      return Number(row?.n ?? 0);
    },
    removeBefore: (action, version) =>
      knex<KeysTable>(KEYS).where({ action }).where('version', '<', version).delete(),
  };
};
