import { type Connection, databaseNowPlus, isSqlite } from '../database';
import { insertInto, run } from '../statement';
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
  seq: number;
  attempts: number;
}

export interface OutboxStore {
  add(items: OutboxItem[]): Promise<void>;
  /**
   * Takes due items for this worker alone, for as many seconds. What is to be confirmed goes first
   * (kinds are in the order of their names), so that nobody waits for somebody else's thank-you.
   */
  claim(most: number, leaseSeconds: number): Promise<ClaimedItem[]>;
  remove(seqs: number[]): Promise<void>;
  /** Whether those that came first wait for longer than they should. */
  isLate(): Promise<boolean>;
  /** Gives an item back, to be tried again after so many seconds. */
  postpone(seq: number, seconds: number): Promise<void>;
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
  ) returning seq, id, kind, action, row_id, sealed, attempts`;

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

const lateText = (longAgo: string): string =>
  `select min(case when attempts >= ${LATE_ATTEMPTS} or due_at < ${longAgo} then 1 else 0 end) as late
    from (select attempts, due_at from ${OUTBOX} order by seq limit ${FIRST}) as first`;

const LATE = {
  sqlite: lateText(`${SQLITE_NOW} - ${LATE_SECONDS * 1000}`),
  postgres: lateText(`now() - interval '${LATE_SECONDS} seconds'`),
};

export const createOutboxStore = (connection: Connection): OutboxStore => ({
  async add(items) {
    await insertItems(connection, items);
  },
  claim: (most, leaseSeconds) =>
    run<ClaimedItem>(connection, isSqlite(connection) ? CLAIM.sqlite : CLAIM.postgres, [
      leaseSeconds,
      most,
    ]),
  async remove(seqs) {
    if (seqs.length === 0) return;
    const marks = seqs.map(() => '?').join(', ');
    await run(connection, `delete from ${OUTBOX} where seq in (${marks})`, seqs);
  },
  async isLate() {
    const [first] = await run<{ late: number | null }>(
      connection,
      isSqlite(connection) ? LATE.sqlite : LATE.postgres,
      [],
    );
    return first?.late === 1;
  },
  async postpone(seq, seconds) {
    await connection(OUTBOX)
      .where({ seq })
      .update({ due_at: databaseNowPlus(connection, seconds), leased_until: null });
  },
});
