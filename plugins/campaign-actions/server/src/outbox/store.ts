import { type Connection, databaseNowPlus, isSqlite } from '../database';
import { insertInto, run } from '../statement';
import { BOUNCES, OUTBOX, REMINDERS } from './tables';

/**
 * `confirm`: to be confirmed. `reminder`: still is. `thanks`: the owner confirmed. `signed`: counted
 * without confirmation. `test` and `test-thanks`: the same of a test signature.
 */
export type OutboxKind = 'confirm' | 'reminder' | 'thanks' | 'signed' | 'test' | 'test-thanks';

export interface OutboxItem {
  id: Buffer;
  kind: OutboxKind;
  action: string;
  row_id: Buffer;
  sealed: Buffer | null;
}

export interface ClaimedItem extends OutboxItem {
  seq: number;
  attempts: number;
  /** Whether it has its place among the mails that its mailbox may get in a day. */
  admitted: boolean | number;
}

type Submission = Pick<OutboxItem, 'action' | 'row_id'>;

export interface OutboxStore {
  add(items: OutboxItem[]): Promise<void>;
  /**
   * Takes due items for this worker alone, for as many seconds. What is to be confirmed goes first
   * (kinds are in the order of their names), so that nobody waits for somebody else's thank-you.
   */
  claim(most: number, leaseSeconds: number): Promise<ClaimedItem[]>;
  /** Answers which of them were still there: what comes of an item comes of it once. */
  remove(seqs: number[]): Promise<number[]>;
  /** Whether the mail of a test signature is not sent yet. */
  isTestWaiting(rowId: Buffer): Promise<boolean>;
  /** Whether those that came first wait for longer than they should. */
  isLate(): Promise<boolean>;
  /** Gives an item back, to be tried again after so many seconds; `tried` counts against it. */
  postpone(seq: number, seconds: number, tried: boolean): Promise<void>;
  admit(seqs: number[]): Promise<void>;
  remindLater(submissions: Submission[], seconds: number): Promise<void>;
  /** Takes out what is to be reminded of now. */
  takeReminders(most: number): Promise<Submission[]>;
  /** Their mailboxes took no mail. */
  bounced(rows: Submission[], day: string): Promise<void>;
  /** How many of an action's mailboxes took no mail. */
  countBounced(action: string): Promise<number>;
}

/** When it is due is the table's default: at once. */
const insertItems = insertInto<OutboxItem>(OUTBOX, {
  id: 'bytea',
  kind: 'text',
  action: 'text',
  row_id: 'bytea',
  sealed: 'bytea',
});

const claimText = (now: string, later: string, locking: string): string =>
  `update ${OUTBOX} set leased_until = ${later}, attempts = attempts + 1
  where seq in (
    select seq from ${OUTBOX}
    where due_at <= ${now} and (leased_until is null or leased_until < ${now})
    order by kind, due_at limit ? ${locking}
  ) returning seq, id, kind, action, row_id, sealed, attempts, admitted`;

const SQLITE_NOW = `cast(unixepoch('subsec') * 1000 as integer)`;

const CLAIM = {
  sqlite: claimText(SQLITE_NOW, `${SQLITE_NOW} + ? * 1000`, ''),
  postgres: claimText('now()', 'now() + make_interval(secs => ?)', 'for update skip locked'),
};

/** Tries are made at ever longer intervals: with as many, some five minutes have gone. */
const LATE_ATTEMPTS = 6;
const LATE_SECONDS = 600;

/** All of the first: a mailbox that takes no mail is nothing to warn of, a mail server that does not is. */
const FIRST = 20;

/** What a cap holds back was not tried, and waits for a time that is known. */
const lateText = (now: string, longAgo: string): string =>
  `select min(case when attempts >= ${LATE_ATTEMPTS} or due_at < ${longAgo} then 1 else 0 end) as late
    from (
      select attempts, due_at from ${OUTBOX}
      where attempts > 0 or due_at <= ${now} order by seq limit ${FIRST}
    ) as first`;

const LATE = {
  sqlite: lateText(SQLITE_NOW, `${SQLITE_NOW} - ${LATE_SECONDS * 1000}`),
  postgres: lateText('now()', `now() - interval '${LATE_SECONDS} seconds'`),
};

const takeRemindersText = (now: string, locking: string): string =>
  `delete from ${REMINDERS} where seq in (
    select seq from ${REMINDERS} where due_at <= ${now} order by due_at limit ? ${locking}
  ) returning action, row_id`;

const TAKE_REMINDERS = {
  sqlite: takeRemindersText(SQLITE_NOW, ''),
  postgres: takeRemindersText('now()', 'for update skip locked'),
};

const on = <Text>(connection: Connection, texts: { sqlite: Text; postgres: Text }): Text =>
  isSqlite(connection) ? texts.sqlite : texts.postgres;

const marks = (values: unknown[]): string => values.map(() => '?').join(', ');

export const createOutboxStore = (connection: Connection): OutboxStore => ({
  async add(items) {
    await insertItems(connection, items);
  },
  claim: (most, leaseSeconds) =>
    run<ClaimedItem>(connection, on(connection, CLAIM), [leaseSeconds, most]),
  async remove(seqs) {
    if (seqs.length === 0) return [];
    const sql = `delete from ${OUTBOX} where seq in (${marks(seqs)}) returning seq`;
    return (await run<{ seq: number }>(connection, sql, seqs)).map(({ seq }) => seq);
  },
  async isTestWaiting(rowId) {
    const waiting = connection(OUTBOX).where({ kind: 'test', row_id: rowId });
    return (await waiting.first('seq')) !== undefined;
  },
  async isLate() {
    const [first] = await run<{ late: number | null }>(connection, on(connection, LATE), []);
    return first?.late === 1;
  },
  async postpone(seq, seconds, tried) {
    await connection(OUTBOX)
      .where({ seq })
      .update({
        due_at: databaseNowPlus(connection, seconds),
        leased_until: null,
        ...(tried ? {} : { attempts: connection.raw('attempts - 1') }),
      });
  },
  async admit(seqs) {
    if (seqs.length > 0) await connection(OUTBOX).whereIn('seq', seqs).update({ admitted: true });
  },
  async remindLater(submissions, seconds) {
    if (submissions.length === 0) return;
    const due_at = databaseNowPlus(connection, seconds);
    await connection(REMINDERS).insert(
      submissions.map(({ action, row_id }) => ({ action, row_id, due_at })),
    );
  },
  takeReminders: (most) => run<Submission>(connection, on(connection, TAKE_REMINDERS), [most]),
  async bounced(rows, day) {
    if (rows.length === 0) return;
    await connection(BOUNCES)
      .insert(rows.map(({ action, row_id }) => ({ action, row_id, day })))
      .onConflict('row_id')
      .ignore();
  },
  async countBounced(action) {
    const row: unknown = await connection(BOUNCES).where({ action }).count({ n: '*' }).first();
    return Number((row as { n: number | string }).n);
  },
});
