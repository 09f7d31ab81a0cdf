import type { Invalidation } from '../../../contracts/panel-invalidations';
import { type Connection, databaseNow } from '../database';
import { REGISTER } from '../signature/tables';
import { runBatch } from '../statement';
import { INVALIDATIONS, MEANT } from './tables';

export interface InvalidationRow {
  id: Buffer;
  action: string;
  state: Invalidation['state'];
  who: string;
  at: Date | number;
  summary: string;
  sealed: Buffer | null;
  of: number;
  looked: number;
  count: number;
  unreadable: number;
  invalidated: number;
  restored: number;
  left: number;
  days: string;
  cursor: Buffer | null;
}

export type NewInvalidation = Pick<
  InvalidationRow,
  'id' | 'action' | 'who' | 'summary' | 'sealed' | 'of'
>;

/** A signature that is meant, as it may be shown. */
export interface Sampled {
  id: Buffer;
  day: string;
  country: string | null;
  locale: string;
  channel: string;
}

export interface InvalidationStore {
  add(row: NewInvalidation): Promise<void>;
  read(id: Buffer): Promise<InvalidationRow | null>;
  /** The same, kept as it is by others until the transaction ends. */
  lock(id: Buffer): Promise<InvalidationRow | null>;
  /** Of one action, newest first. */
  list(action: string): Promise<InvalidationRow[]>;
  /** The one that waits longest for somebody to go on with it. */
  next(): Promise<InvalidationRow | null>;
  change(id: Buffer, changes: Partial<Omit<InvalidationRow, 'id'>>): Promise<void>;
  addMeant(id: Buffer, rows: Buffer[]): Promise<void>;
  /** Some of those that are meant, behind one, in the order of ids. */
  meant(id: Buffer, after: Buffer | null, changed: boolean, most: number): Promise<Buffer[]>;
  markMeant(id: Buffer, rows: Buffer[], changed: boolean): Promise<void>;
  sample(id: Buffer, most: number): Promise<Sampled[]>;
  /**
   * Forgets looks that nobody started, and long after the end what was looked for.
   *
   * @param most rows that a look found, deleted at once
   * @returns how many were forgotten, and whether there may be more
   */
  forget(now: Date, most: number): Promise<{ forgotten: number; more: boolean }>;
}

const OPEN = ['looking', 'running', 'undoing'];
const NEWEST = 50;
const DAY_MS = 24 * 3_600_000;
const LOOK_MS = DAY_MS;
/** As long as personal data usually. */
const CONDITIONS_MS = 183 * DAY_MS;

const ADD = {
  sqlite: `insert into ${MEANT} (invalidation, row_id) values (?, ?) on conflict do nothing`,
  postgres: `insert into ${MEANT} (invalidation, row_id)
    select * from unnest($1::bytea[], $2::bytea[]) on conflict do nothing`,
};

export const createInvalidationStore = (connection: Connection): InvalidationStore => {
  const jobs = () => connection<InvalidationRow>(INVALIDATIONS);
  return {
    async add(row) {
      await connection(INVALIDATIONS).insert({
        ...row,
        state: 'looking',
        days: '{}',
        at: databaseNow(connection),
      });
    },
    read: async (id) => (await jobs().where({ id }).first()) ?? null,
    lock: async (id) => (await jobs().where({ id }).forUpdate().first()) ?? null,
    list: (action) => jobs().where({ action }).orderBy('at', 'desc').limit(NEWEST),
    next: async () => (await jobs().whereIn('state', OPEN).orderBy('at').first()) ?? null,
    async change(id, changes) {
      await connection(INVALIDATIONS).where({ id }).update(changes);
    },
    async addMeant(id, rows) {
      await runBatch(
        connection,
        ADD,
        rows.map((row) => [id, row]),
      );
    },
    async meant(id, after, changed, most) {
      const query = connection(MEANT).where({ invalidation: id, changed });
      if (after) void query.where('row_id', '>', after);
      return query.orderBy('row_id').limit(most).pluck<Buffer[]>('row_id');
    },
    async markMeant(id, rows, changed) {
      await connection(MEANT)
        .where({ invalidation: id })
        .whereIn('row_id', rows)
        .update({ changed });
    },
    sample: (id, most) =>
      connection(MEANT)
        .where({ invalidation: id })
        .join(REGISTER, `${REGISTER}.id`, `${MEANT}.row_id`)
        .orderBy(`${MEANT}.row_id`)
        .limit(most)
        .select<Sampled[]>(
          ...['id', 'day', 'country', 'locale', 'channel'].map((name) => `${REGISTER}.${name}`),
        ),
    async forget(now, most) {
      const before = (ms: number): Date => new Date(now.getTime() - ms);
      const unstarted = await jobs()
        .whereIn('state', ['looked', 'cancelled'])
        .where({ invalidated: 0 })
        .where('at', '<', before(LOOK_MS))
        .orderBy('id')
        .forUpdate()
        .first('id');
      if (unstarted) {
        // Nobody starts it with half of what it found.
        await jobs().where({ id: unstarted.id }).update({ state: 'cancelled' });
        const meant = () => connection(MEANT).where({ invalidation: unstarted.id });
        const portion = meant().limit(most).select('row_id');
        if ((await meant().whereIn('row_id', portion).delete()) === most)
          return { forgotten: 0, more: true };
        return { forgotten: await jobs().where({ id: unstarted.id }).delete(), more: true };
      }
      const forgotten = await jobs()
        .whereNotIn('state', OPEN)
        .where('at', '<', before(CONDITIONS_MS))
        .whereNotNull('sealed')
        .update({ sealed: null });
      return { forgotten, more: false };
    },
  };
};
