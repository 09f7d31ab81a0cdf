import { MEANT } from '../invalidation/tables';
import { type Connection, isSqlite } from '../database';
import type { IndexPlace } from '../privacy/email-index';
import type { IndexStep } from '../privacy/store';
import { KEYS } from '../privacy/tables';
import { run, runBatch } from '../statement';
import type { Suppression } from '../privacy/vault';
import { type RegisterRow, suppressionColumns } from './rows';
import { REGISTER, SUBMISSIONS } from './tables';
import { createPublicSignatureStore } from './public-signature-store';

/** Where an action's index stands and where it goes. */
export interface IndexMove {
  action: string;
  epoch: number;
  step: IndexStep | null;
  index: IndexPlace;
  next: IndexPlace | null;
}

type Change = Pick<IndexMove, 'step' | 'index' | 'next'>;

export type IndexedRow = Pick<RegisterRow, 'id' | 'state' | 'sealed' | 'email_index'> & {
  email_index: Buffer;
  email_index_next: Buffer | null;
};

export interface IndexMoveStore {
  /** Of every action that has an index; those that are being moved first. */
  all(): Promise<IndexMove[]>;
  read(action: string): Promise<IndexMove | null>;
  /** To be done in a new epoch. */
  set(action: string, change: Change): Promise<void>;
  countRows(action: string): Promise<number>;
  /** A portion behind an index, locked: rows without a second one, or rows of another place. */
  withoutNext(action: string, after: Buffer, most: number): Promise<IndexedRow[]>;
  elsewhere(action: string, place: IndexPlace, after: Buffer, most: number): Promise<IndexedRow[]>;
  /** Whoever stands under a hash by its second index, or by either. */
  holder(action: string, hash: Buffer): Promise<IndexedRow | null>;
  /** Which of these hashes somebody has for a second index, in hex. */
  taken(action: string, hashes: Buffer[]): Promise<string[]>;
  setNext(rows: { id: Buffer; next: Buffer | null }[]): Promise<void>;
  /** Makes a hash a row's one index. */
  setIndex(rows: { id: Buffer; index: Buffer }[], place: IndexPlace): Promise<void>;
  /** Takes a row's index away, and with `invalidate` its count. */
  dropIndex(id: Buffer, invalidate: boolean): Promise<void>;
  /** Takes second indexes away; answers of how many. */
  clearNext(action: string, most: number): Promise<number>;
  /** What waits or is on hold, and would be suppressed by another key or table. */
  waitingElsewhere(
    action: string,
    place: IndexPlace,
    after: Buffer,
    most: number,
  ): Promise<Waiting[]>;
  setSuppression(id: Buffer, suppression: Suppression | null): Promise<void>;
}

export interface Waiting {
  id: Buffer;
  sealed: Buffer | null;
  suppression: Buffer | null;
}

interface KeyRow {
  action: string;
  epoch: number;
  index_step: IndexStep | null;
  index_key: string;
  index_table: number;
  next_key: string | null;
  next_table: number | null;
}

const moveOf = (row: KeyRow): IndexMove => ({
  action: row.action,
  epoch: row.epoch,
  step: row.index_step,
  index: { keyId: row.index_key, table: row.index_table },
  next:
    row.next_key !== null && row.next_table !== null
      ? { keyId: row.next_key, table: row.next_table }
      : null,
});

const COLUMNS = 'id, state, sealed, email_index, email_index_next';
const OF_ACTION = `select ${COLUMNS} from ${REGISTER} where action = ?`;
const IN_ORDER = 'order by email_index limit ?';

const TAKEN = {
  sqlite: `select email_index_next from ${REGISTER} where action = ? and email_index_next = ?`,
  postgres: `select email_index_next from ${REGISTER}
    where (action, email_index_next) in (select * from unnest($1::text[], $2::bytea[]))`,
};

const SET_NEXT = {
  sqlite: `update ${REGISTER} set email_index_next = ? where id = ?`,
  postgres: `update ${REGISTER} set email_index_next = made.next
    from unnest($1::bytea[], $2::bytea[]) as made (next, id) where ${REGISTER}.id = made.id`,
};

const SET_INDEX = {
  sqlite: `update ${REGISTER} set email_index = ?, index_key = ?, index_table = ?,
    email_index_next = null where id = ?`,
  postgres: `update ${REGISTER} set email_index = made.hash, index_key = made.key,
    index_table = made.tab, email_index_next = null
    from unnest($1::bytea[], $2::text[], $3::int[], $4::bytea[]) as made (hash, key, tab, id)
    where ${REGISTER}.id = made.id`,
};

export const createIndexMoveStore = (connection: Connection): IndexMoveStore => {
  const locking = isSqlite(connection) ? '' : 'for update';
  const moves = () =>
    connection<KeyRow>(KEYS)
      .whereNotNull('wrapped')
      .whereNotNull('index_key')
      .distinct<KeyRow[]>([
        'action',
        'epoch',
        'index_step',
        'index_key',
        'index_table',
        'next_key',
        'next_table',
      ]);
  return {
    async all() {
      const found = (await moves().orderBy('action')).map(moveOf);
      return [...found.filter(({ step }) => step), ...found.filter(({ step }) => !step)];
    },
    async read(action) {
      const [row] = await moves().where({ action });
      return row ? moveOf(row) : null;
    },
    async set(action, { step, index, next }) {
      await connection<KeyRow>(KEYS)
        .where({ action })
        .update({
          index_step: step,
          index_key: index.keyId,
          index_table: index.table,
          next_key: next?.keyId ?? null,
          next_table: next?.table ?? null,
        });
    },
    async countRows(action) {
      const indexed = connection(REGISTER).where({ action }).whereNotNull('email_index');
      return Number((await indexed.count<{ n: number | string }[]>({ n: '*' }))[0]?.n ?? 0);
    },
    withoutNext: (action, after, most) =>
      run<IndexedRow>(
        connection,
        `${OF_ACTION} and email_index > ? and email_index_next is null ${IN_ORDER} ${locking}`,
        [action, after, most],
      ),
    elsewhere: (action, { keyId, table }, after, most) =>
      run<IndexedRow>(
        connection,
        `${OF_ACTION} and email_index > ? and (index_key <> ? or index_table <> ?) ${IN_ORDER} ${locking}`,
        [action, after, keyId, table, most],
      ),
    async holder(action, hash) {
      const [row] = await run<IndexedRow>(
        connection,
        `${OF_ACTION} and (email_index = ? or email_index_next = ?) ${locking}`,
        [action, hash, hash],
      );
      return row ?? null;
    },
    async taken(action, hashes) {
      const asked = hashes.map((hash) => [action, hash]);
      const found = await runBatch<{ email_index_next: Buffer }>(connection, TAKEN, asked);
      return found.map(({ email_index_next: hash }) => hash.toString('hex'));
    },
    async setNext(rows) {
      await runBatch(
        connection,
        SET_NEXT,
        rows.map(({ id, next }) => [next, id]),
      );
    },
    async setIndex(rows, { keyId, table }) {
      await runBatch(
        connection,
        SET_INDEX,
        rows.map(({ id, index }) => [index, keyId, table, id]),
      );
    },
    async dropIndex(id, invalidate) {
      const none = {
        email_index: null,
        email_index_next: null,
        index_key: null,
        index_table: null,
      };
      const state = invalidate ? { state: 'invalidated', public_signature: null } : {};
      if (invalidate) {
        await createPublicSignatureStore(connection).removeOf([id]);
        // Undoing an invalidation must not make it count beside the one that it repeats.
        await connection(MEANT).where({ row_id: id }).delete();
      }
      await connection(REGISTER)
        .where({ id })
        .update({ ...none, ...state });
    },
    async clearNext(action, most) {
      const portion = connection(REGISTER)
        .where({ action })
        .whereNotNull('email_index_next')
        .orderBy('email_index_next')
        .limit(most)
        .select('id');
      if (locking) void portion.forUpdate();
      return connection(REGISTER).whereIn('id', portion).update({ email_index_next: null });
    },
    waitingElsewhere: (action, { keyId, table }, after, most) =>
      run<Waiting>(
        connection,
        `select id, sealed, suppression from ${SUBMISSIONS} where action = ? and id > ?
          and state in ('waiting', 'held')
          and (suppression_key <> ? or suppression_table <> ? or suppression_table is null)
          order by id limit ? ${locking}`,
        [action, after, keyId, table, most],
      ),
    async setSuppression(id, suppression) {
      await connection(SUBMISSIONS).where({ id }).update(suppressionColumns(suppression));
    },
  };
};
