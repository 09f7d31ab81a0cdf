import { type Connection, databaseNow, databaseNowPlus, isSqlite } from '../database';
import { insertInto } from '../statement';
import { OUTBOX } from './tables';

/** `confirm`: to be confirmed. `thanks`: the owner confirmed. `signed`: counted without confirmation. */
export type OutboxKind = 'confirm' | 'thanks' | 'signed';

export interface OutboxItem {
  id: Buffer;
  kind: OutboxKind;
  action: string;
  row_id: Buffer;
  sealed: Buffer | null;
}

export interface ClaimedItem extends OutboxItem {
  attempts: number;
}

export interface OutboxStore {
  add(items: OutboxItem[]): Promise<void>;
  /**
   * Takes due items for this worker alone, for as many seconds. What is to be confirmed goes first
   * (kinds are in the order of their names), so that nobody waits for somebody else's thank-you.
   */
  claim(most: number, leaseSeconds: number): Promise<ClaimedItem[]>;
  remove(ids: Buffer[]): Promise<void>;
  /** Gives an item back, to be tried again after so many seconds. */
  postpone(id: Buffer, seconds: number): Promise<void>;
}

/** When it is due is the table's default: at once. */
const insertItems = insertInto<OutboxItem>(OUTBOX, {
  id: 'bytea',
  kind: 'text',
  action: 'text',
  row_id: 'bytea',
  sealed: 'bytea',
});

export const createOutboxStore = (connection: Connection): OutboxStore => ({
  async add(items) {
    await insertItems(connection, items);
  },
  async claim(most, leaseSeconds) {
    const due = connection(OUTBOX)
      .select('id')
      .where('due_at', '<=', databaseNow(connection))
      .andWhere((free) => {
        void free.whereNull('leased_until').orWhere('leased_until', '<', databaseNow(connection));
      })
      .orderBy(['kind', 'due_at'])
      .limit(most);
    if (!isSqlite(connection)) void due.forUpdate().skipLocked();
    return connection<ClaimedItem>(OUTBOX)
      .whereIn('id', due)
      .update({
        leased_until: databaseNowPlus(connection, leaseSeconds),
        attempts: connection.raw('attempts + 1'),
      } as object)
      .returning(['id', 'kind', 'action', 'row_id', 'sealed', 'attempts']);
  },
  async remove(ids) {
    if (ids.length === 0) return;
    await connection(OUTBOX).whereIn('id', ids).delete();
  },
  async postpone(id, seconds) {
    await connection(OUTBOX)
      .where({ id })
      .update({ due_at: databaseNowPlus(connection, seconds), leased_until: null });
  },
});
