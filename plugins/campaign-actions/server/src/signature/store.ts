import { type Connection, isSqlite } from '../database';
import { freshBytes } from '../privacy/random';
import type { Suppression } from '../privacy/vault';
import { type Columns, insertInto, run, runBatch } from '../statement';
import type { RegisterRow, SharedColumns, SubmissionRow } from './rows';
import { REGISTER, SUBMISSIONS, SUPPRESSIONS } from './tables';

export interface SubmissionStore {
  read(id: Buffer): Promise<SubmissionRow | null>;
  insert(rows: SubmissionRow[]): Promise<void>;
  /**
   * Waiting or held to done, the sealed data gone to the register; answers the ids of those that
   * still were.
   */
  finish(ids: Buffer[], from?: 'waiting' | 'held'): Promise<Buffer[]>;
  /** Held to waiting, until that day at the latest; answers the ids of those that were still held. */
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

/** What an address stands under: the one index, or while it is moved either. */
export type Address = Pick<RegisterRow, 'email_index' | 'email_index_next'>;
export interface HeldQuery {
  after: Buffer | null;
  /** Of these alone; null: of all. */
  ids: Buffer[] | null;
  /** By this rule alone; null: by any. */
  because: string | null;
  most: number;
}

export interface RegisterStore {
  read(id: Buffer): Promise<RegisterRow | null>;
  /** The row of an address in an action. */
  find(action: string, address: Address): Promise<RegisterRow | null>;
  /** The same, kept as it is by others until the transaction ends. */
  lock(action: string, address: Address): Promise<RegisterRow | null>;
  /** Inserts those whose address is not in the action's register yet; answers their ids. */
  insertNew(rows: RegisterRow[]): Promise<Buffer[]>;
  setConsents(id: Buffer, consents: string): Promise<void>;
  /** Marks a row that does not open; false when it is marked already. */
  setAside(id: Buffer, why: string): Promise<boolean>;
  /** Deletes the row; answers what it was, or null when it was gone already. */
  remove(id: Buffer): Promise<RegisterRow | null>;
  countOf(action: string): Promise<number>;
}

export interface SuppressionStore {
  /** Which of these have said that it was not them, as `action|hex`. */
  among(pairs: { action: string; suppression: Buffer }[]): Promise<Set<string>>;
  add(action: string, suppression: Suppression, day: string): Promise<void>;
}

export const suppressionKey = (action: string, suppression: Buffer): string =>
  `${action}|${suppression.toString('hex')}`;

const addressKey = (action: string, emailIndex: Buffer | null): string =>
  `${action}|${emailIndex?.toString('hex')}`;

const MOST_COUNTED = 10_000;

const SHARED: Columns<SharedColumns> = {
  id: 'bytea',
  action: 'text',
  channel: 'text',
  rule: 'text',
  locale: 'text',
  country: 'text',
  day: 'text',
  consents: 'text',
  sealed: 'bytea',
  network: 'bytea',
  held_because: 'text',
};

const insertSubmissions = insertInto<SubmissionRow>(SUBMISSIONS, {
  ...SHARED,
  state: 'text',
  suppression: 'bytea',
  suppression_key: 'text',
  expires_on: 'text',
});

const insertSignatures = insertInto<RegisterRow>(
  REGISTER,
  {
    ...SHARED,
    state: 'text',
    email_index: 'bytea',
    email_index_next: 'bytea',
    index_key: 'text',
    index_table: 'int',
    public_signature: 'text',
  },
  'on conflict do nothing returning id',
);

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
  sqlite: `update ${SUBMISSIONS} set state = 'waiting', expires_on = ?
    where id = ? and state = 'held' returning id`,
  postgres: `update ${SUBMISSIONS}
    set state = 'waiting', expires_on = ($1::text[])[1]
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

const SUPPRESSED = {
  sqlite: `select action, suppression from ${SUPPRESSIONS} where action = ? and suppression = ?`,
  postgres: `select action, suppression from ${SUPPRESSIONS} where (action, suppression) in (
      select action, suppression from unnest($1::text[], $2::bytea[]) as asked (action, suppression)
    )`,
};

const numberOf = (row: unknown): number =>
  Number((row as { n: number | string } | undefined)?.n ?? 0);

const setAside = async (
  connection: Connection,
  table: string,
  id: Buffer,
  why: string,
): Promise<boolean> => {
  const marked = connection(table).where({ id }).whereNull('unreadable');
  return (await marked.update({ unreadable: why })) === 1;
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
  async held(action, { after, ids, because, most }) {
    const query = connection<SubmissionRow>(SUBMISSIONS).where({ action, state: 'held' });
    if (after) void query.where('id', '>', after);
    if (ids) void query.whereIn('id', ids);
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

/** Without a second index the first is the only one that is looked for: one look into one index. */
const ofAddress = async <Row>(
  connection: Connection,
  columns: string,
  { action, email_index, email_index_next: next }: Address & { action: string },
  locking = '',
): Promise<Row | null> => {
  const text = `select ${columns} from ${REGISTER} where action = ?`;
  const found = next
    ? run<Row>(
        connection,
        `${text} and (email_index in (?, ?) or email_index_next in (?, ?)) ${locking}`,
        [action, email_index, next, email_index, next],
      )
    : run<Row>(connection, `${text} and email_index = ? ${locking}`, [action, email_index]);
  return (await found)[0] ?? null;
};

const REMOVE = `delete from ${REGISTER} where id = ?`;

/**
 * SQLite writes whole pages to the disk, and none for a row that is there already, which the time of
 * the answer would tell (T-21). So each repeat writes a row, under an id and an index that nobody has,
 * which is taken out again.
 *
 * @returns the ids of the new ones
 */
const insertAlike = async (connection: Connection, rows: RegisterRow[]): Promise<Buffer[]> => {
  const standing = new Set<string>();
  for (const row of rows) {
    if (await ofAddress(connection, 'id', row))
      standing.add(addressKey(row.action, row.email_index));
  }
  const fillers: Buffer[] = [];
  const written = rows.map((row) => {
    if (!standing.has(addressKey(row.action, row.email_index))) return row;
    const id = freshBytes(16);
    fillers.push(id);
    const next = row.email_index_next && freshBytes(32);
    return { ...row, id, email_index: freshBytes(32), email_index_next: next };
  });
  const inserted = await insertSignatures(connection, written);
  for (const id of fillers.length > 0 ? fillers : [freshBytes(16)])
    await run(connection, REMOVE, [id]);
  return inserted.flatMap(({ id }) => (fillers.some((filler) => filler.equals(id)) ? [] : [id]));
};

export const createRegisterStore = (connection: Connection): RegisterStore => ({
  async read(id) {
    const [row] = await run<RegisterRow>(connection, `select * from ${REGISTER} where id = ?`, [
      id,
    ]);
    return row ?? null;
  },
  find: (action, address) => ofAddress<RegisterRow>(connection, '*', { ...address, action }),
  lock(action, address) {
    // SQLite has one writer at a time, and that is us.
    const locking = isSqlite(connection) ? '' : 'for update';
    return ofAddress<RegisterRow>(connection, '*', { ...address, action }, locking);
  },
  async insertNew(rows) {
    if (rows.length === 0) return [];
    if (isSqlite(connection)) return insertAlike(connection, rows);
    return (await insertSignatures(connection, rows)).map(({ id }) => id);
  },
  async setConsents(id, consents) {
    await connection(REGISTER).where({ id }).update({ consents });
  },
  setAside: (id, why) => setAside(connection, REGISTER, id, why),
  async remove(id) {
    const sql = `delete from ${REGISTER} where id = ? returning *`;
    return (await run<RegisterRow>(connection, sql, [id]))[0] ?? null;
  },
  async countOf(action) {
    return numberOf(await connection(REGISTER).where({ action }).count({ n: '*' }).first());
  },
});

export const createSuppressionStore = (connection: Connection): SuppressionStore => ({
  async among(pairs) {
    const rows = await runBatch<{ action: string; suppression: Buffer }>(
      connection,
      SUPPRESSED,
      pairs.map(({ action, suppression }) => [action, suppression]),
    );
    return new Set(rows.map((row) => suppressionKey(row.action, row.suppression)));
  },
  async add(action, suppression, day) {
    await connection(SUPPRESSIONS)
      .insert({ action, suppression: suppression.hash, key_id: suppression.keyId, day })
      .onConflict(['action', 'suppression'])
      .ignore();
  },
});
