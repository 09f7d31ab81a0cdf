import type { Connection } from '../database';
import { insertInto, run, runBatch } from '../statement';
import type { SubmissionRow } from './rows';
import { SHARED, numberOf, setAside } from './shared-columns';
import { SUBMISSIONS } from './tables';

export interface SubmissionStore {
  read(id: Buffer): Promise<SubmissionRow | null>;
  insert(rows: SubmissionRow[]): Promise<void>;
  /**
   * Waiting or held to done, the sealed data gone to the register; answers the ids of those that
   * still were.
   */
  finish(ids: Buffer[], from?: 'waiting' | 'held'): Promise<Buffer[]>;
  /**
   * Held to waiting for a confirmation, until that day at the latest; answers the ids of those that
   * were still held.
   */
  release(ids: Buffer[], expiresOn: string): Promise<Buffer[]>;
  /** Held ones of an action behind this id, in the order of ids. */
  held(action: string, query: HeldQuery): Promise<SubmissionRow[]>;
  /** How many are held, by the rule that holds them. */
  countHeld(action: string): Promise<Record<string, number>>;
  /** Waiting to rejected, the sealed data destroyed; false when it was not waiting any more. */
  reject(id: Buffer): Promise<boolean>;
  /** Marks a row that does not open; false when it is marked already. */
  setAside(id: Buffer, why: string): Promise<boolean>;
  /** They expire on that day, if not before. */
  expireBy(ids: Buffer[], day: string): Promise<void>;
  /** Waiting or held ones but tests: what is done stands in the register, what was rejected is nobody's. */
  countOf(action: string): Promise<number>;
  /** Those to be confirmed, without tests; counts no further than 10,000, since a panel asks every few seconds. */
  countWaiting(action: string): Promise<number>;
}

export interface HeldQuery {
  after: Buffer | null;
  /** By this rule alone; null: by any. */
  because: string | null;
  most: number;
}

const MOST_COUNTED = 10_000;

const insertSubmissions = insertInto<SubmissionRow>(SUBMISSIONS, {
  ...SHARED,
  state: 'text',
  suppression: 'bytea',
  suppression_key: 'text',
  suppression_table: 'int',
  expires_on: 'text',
});

/** Locked in one order on PostgreSQL, so that two nodes never wait in a circle. */
const finishFrom = (state: 'waiting' | 'held') => ({
  sqlite: `update ${SUBMISSIONS} set state = 'done', sealed = null
    where id = ? and state = '${state}' returning id`,
  postgres: `update ${SUBMISSIONS} set state = 'done', sealed = null
    where id in (
      select id from ${SUBMISSIONS} where id = any($1::bytea[]) and state = '${state}'
      order by id for update
    ) returning id`,
});
const FINISH = { waiting: finishFrom('waiting'), held: finishFrom('held') };

/** Locked in the same order. */
const RELEASE = {
  sqlite: `update ${SUBMISSIONS} set state = 'waiting', rule = 'required', expires_on = ?
    where id = ? and state = 'held' returning id`,
  postgres: `update ${SUBMISSIONS}
    set state = 'waiting', rule = 'required', expires_on = ($1::text[])[1]
    where id in (
      select id from ${SUBMISSIONS} where id = any($2::bytea[]) and state = 'held'
      order by id for update
    ) returning id`,
};

/** Locked in the same order. */
const EXPIRE = {
  sqlite: `update ${SUBMISSIONS} set expires_on = min(expires_on, ?) where id = ?`,
  postgres: `update ${SUBMISSIONS} set expires_on = least(expires_on, ($1::text[])[1])
    where id in (
      select id from ${SUBMISSIONS} where id = any($2::bytea[]) order by id for update
    )`,
};

export const createSubmissionStore = (connection: Connection): SubmissionStore => ({
  async read(id) {
    const [row] = await run<SubmissionRow>(
      connection,
      `select * from ${SUBMISSIONS} where id = ?`,
      [id],
    );
    return row ?? null;
  },
  async insert(rows) {
    await insertSubmissions(connection, rows);
  },
  async finish(ids, from = 'waiting') {
    const rows = ids.map((id) => [id]);
    return (await runBatch<{ id: Buffer }>(connection, FINISH[from], rows)).map(({ id }) => id);
  },
  async release(ids, expiresOn) {
    const rows = ids.map((id) => [expiresOn, id]);
    return (await runBatch<{ id: Buffer }>(connection, RELEASE, rows)).map(({ id }) => id);
  },
  async held(action, { after, because, most }) {
    const query = connection<SubmissionRow>(SUBMISSIONS).where({ action, state: 'held' });
    if (after) void query.where('id', '>', after);
    if (because) void query.where({ held_because: because });
    return query.orderBy('id').limit(most);
  },
  async countHeld(action) {
    const rows: { held_because: string | null; n: number | string }[] = await connection(
      SUBMISSIONS,
    )
      .where({ action, state: 'held' })
      .groupBy('held_because')
      .select('held_because')
      .count({ n: '*' });
    return Object.fromEntries(rows.map(({ held_because, n }) => [held_because ?? '', Number(n)]));
  },
  async reject(id) {
    const moved = await connection(SUBMISSIONS)
      .where({ id, state: 'waiting' })
      .update({ state: 'rejected', sealed: null, country: null });
    return moved === 1;
  },
  setAside: (id, why) => setAside(connection, SUBMISSIONS, id, why),
  async expireBy(ids, day) {
    await runBatch(
      connection,
      EXPIRE,
      ids.map((id) => [day, id]),
    );
  },
  async countOf(action) {
    const open = connection(SUBMISSIONS)
      .where({ action })
      .whereIn('state', ['waiting', 'held'])
      .whereNot({ channel: 'test' });
    return numberOf(await open.count({ n: '*' }).first());
  },
  async countWaiting(action) {
    const waiting = connection(SUBMISSIONS)
      .where({ action, state: 'waiting' })
      .whereNot({ channel: 'test' })
      .limit(MOST_COUNTED)
      .select('id')
      .as('waiting');
    return numberOf(await connection(waiting).count({ n: '*' }).first());
  },
});
