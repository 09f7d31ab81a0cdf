import type { Knex } from 'knex';
import { type Connection, insertMany, rowsOf } from '../database';
import type { RegisterRow, SubmissionRow } from './rows';
import { REGISTER, SUBMISSIONS, SUPPRESSIONS } from './tables';

export interface SubmissionStore {
  read(id: Buffer): Promise<SubmissionRow | null>;
  insert(rows: SubmissionRow[]): Promise<void>;
  /** Waiting to done, the sealed data gone to the register; false when it was not waiting any more. */
  finish(id: Buffer): Promise<boolean>;
  /** Waiting to rejected, the sealed data destroyed; false when it was not waiting any more. */
  reject(id: Buffer): Promise<boolean>;
  expireOn(id: Buffer, day: string): Promise<void>;
  /** Waiting or held ones: what is done stands in the register, what was rejected is nobody's. */
  countOf(action: string): Promise<number>;
  /** Those to be confirmed; counts no further than 10,000, since a panel asks every few seconds. */
  countWaiting(action: string): Promise<number>;
}

export interface RegisterStore {
  read(id: Buffer): Promise<RegisterRow | null>;
  /** The row of an address in an action. */
  find(action: string, emailIndex: Buffer): Promise<RegisterRow | null>;
  /** The same, kept as it is by others until the transaction ends. */
  lock(action: string, emailIndex: Buffer): Promise<RegisterRow | null>;
  /** Inserts those whose address is not in the action's register yet; answers their ids. */
  insertNew(rows: RegisterRow[]): Promise<Buffer[]>;
  setConsents(id: Buffer, consents: string): Promise<void>;
  /** Deletes the row; answers what it was, or null when it was gone already. */
  remove(id: Buffer): Promise<RegisterRow | null>;
  countOf(action: string): Promise<number>;
}

export interface SuppressionStore {
  /** Which of these have said that it was not them, as `action|hex`. */
  among(pairs: { action: string; suppression: Buffer }[]): Promise<Set<string>>;
  add(action: string, suppression: Buffer, day: string): Promise<void>;
}

export const suppressionKey = (action: string, suppression: Buffer): string =>
  `${action}|${suppression.toString('hex')}`;

const MOST_COUNTED = 10_000;

const numberOf = (row: unknown): number =>
  Number((row as { n: number | string } | undefined)?.n ?? 0);

export const createSubmissionStore = (connection: Connection): SubmissionStore => ({
  async read(id) {
    return (await connection<SubmissionRow>(SUBMISSIONS).where({ id }).first()) ?? null;
  },
  async insert(rows) {
    await insertMany(connection as Knex.Transaction, SUBMISSIONS, rows);
  },
  async finish(id) {
    const moved = await connection(SUBMISSIONS)
      .where({ id, state: 'waiting' })
      .update({ state: 'done', sealed: null });
    return moved === 1;
  },
  async reject(id) {
    const moved = await connection(SUBMISSIONS)
      .where({ id, state: 'waiting' })
      .update({ state: 'rejected', sealed: null, country: null });
    return moved === 1;
  },
  async expireOn(id, day) {
    await connection(SUBMISSIONS).where({ id }).update({ expires_on: day });
  },
  async countOf(action) {
    const open = connection(SUBMISSIONS).where({ action }).whereIn('state', ['waiting', 'held']);
    return numberOf(await open.count({ n: '*' }).first());
  },
  async countWaiting(action) {
    const waiting = connection(SUBMISSIONS)
      .where({ action, state: 'waiting' })
      .limit(MOST_COUNTED)
      .select('id')
      .as('waiting');
    return numberOf(await connection(waiting).count({ n: '*' }).first());
  },
});

const ofAddress = (connection: Connection, action: string, emailIndex: Buffer) =>
  connection<RegisterRow>(REGISTER).where({ action, email_index: emailIndex });

export const createRegisterStore = (connection: Connection): RegisterStore => ({
  async read(id) {
    return (await connection<RegisterRow>(REGISTER).where({ id }).first()) ?? null;
  },
  async find(action, emailIndex) {
    return (await ofAddress(connection, action, emailIndex).first()) ?? null;
  },
  async lock(action, emailIndex) {
    return (await ofAddress(connection, action, emailIndex).forUpdate().first()) ?? null;
  },
  async insertNew(rows) {
    const inserted = await insertMany(
      connection as Knex.Transaction,
      REGISTER,
      rows,
      'on conflict do nothing returning id',
    );
    return inserted.map(({ id }) => id);
  },
  async setConsents(id, consents) {
    await connection(REGISTER).where({ id }).update({ consents });
  },
  async remove(id) {
    // knex leaves `returning` out of a delete on SQLite.
    const deleted: unknown = await connection.raw('delete from ?? where id = ? returning *', [
      REGISTER,
      id,
    ]);
    return rowsOf<RegisterRow>(deleted)[0] ?? null;
  },
  async countOf(action) {
    return numberOf(await connection(REGISTER).where({ action }).count({ n: '*' }).first());
  },
});

export const createSuppressionStore = (connection: Connection): SuppressionStore => ({
  async among(pairs) {
    if (pairs.length === 0) return new Set();
    const rows = await connection<{ action: string; suppression: Buffer }>(SUPPRESSIONS)
      .whereIn(
        'suppression',
        pairs.map(({ suppression }) => suppression),
      )
      .whereIn('action', [...new Set(pairs.map(({ action }) => action))]);
    return new Set(rows.map((row) => suppressionKey(row.action, row.suppression)));
  },
  async add(action, suppression, day) {
    await connection(SUPPRESSIONS)
      .insert({ action, suppression, day })
      .onConflict(['action', 'suppression'])
      .ignore();
  },
});
