import type { Connection } from '../database';
import { BOUNCES, OUTBOX } from '../outbox/tables';
import type { RegisterRow, SubmissionRow } from '../signature/rows';
import type { Address } from '../signature/register-store';
import { REGISTER, SUBMISSIONS, SUPPRESSIONS } from '../signature/tables';

export type SignatureRow = RegisterRow & { public_signature: string | null };

export interface WaitingMail {
  seq: number;
  id: Buffer;
  row_id: Buffer;
  sealed: Buffer;
}

/** Looks for one person by what their address was hashed to. */
export interface PersonStore {
  /** Whether anything is held about anybody there. */
  isUsed(action: string): Promise<boolean>;
  signatures(action: string, address: Address): Promise<SignatureRow[]>;
  /** Those that are found by no address, a page at a time, in the order of their ids. */
  unfound(action: string, after: Buffer): Promise<SignatureRow[]>;
  submissions(suppressions: Buffer[]): Promise<SubmissionRow[]>;
  /** Since when each is left in peace. */
  leftInPeace(suppressions: Buffer[]): Promise<{ action: string; day: string }[]>;
  /** Mails that hold an address themselves, a page at a time. */
  mails(action: string, after: number): Promise<WaitingMail[]>;
  /** How many mails are about these rows, or are these. */
  countMails(rowIds: Buffer[], seqs: number[]): Promise<number>;
  removeMails(seqs: number[]): Promise<void>;
  /** Of which of these rows a mailbox took no mail, by their ids in hex, and on which day. */
  refusals(rowIds: Buffer[]): Promise<Map<string, string>>;
}

const PAGE = 500;

const inPages = async <Row>(
  keys: Buffer[],
  read: (page: Buffer[]) => Promise<Row[]>,
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let at = 0; at < keys.length; at += PAGE)
    rows.push(...(await read(keys.slice(at, at + PAGE))));
  return rows;
};

export const createPersonStore = (connection: Connection): PersonStore => ({
  async isUsed(action) {
    for (const table of [REGISTER, SUBMISSIONS, SUPPRESSIONS]) {
      const row: unknown = await connection(table).where({ action }).first('action');
      if (row !== undefined) return true;
    }
    return false;
  },
  signatures(action, { email_index, email_index_next: next }) {
    const rows = connection<SignatureRow>(REGISTER).where({ action });
    if (next === null) return rows.where({ email_index }).select('*');
    const hashes = [email_index, next];
    return rows
      .where(
        (either) =>
          void either.whereIn('email_index', hashes).orWhereIn('email_index_next', hashes),
      )
      .select('*');
  },
  unfound: (action, after) =>
    connection<SignatureRow>(REGISTER)
      .where({ action, email_index: null })
      .whereNotNull('sealed')
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select('*'),
  submissions: (suppressions) =>
    inPages(suppressions, (page) =>
      connection<SubmissionRow>(SUBMISSIONS).whereIn('suppression', page).select('*'),
    ),
  leftInPeace: (suppressions) =>
    inPages(suppressions, (page) =>
      connection<{ action: string; day: string; suppression: Buffer }>(SUPPRESSIONS)
        .whereIn('suppression', page)
        .select('action', 'day'),
    ),
  mails: (action, after) =>
    connection<WaitingMail & { action: string }>(OUTBOX)
      .where({ action })
      .whereNotNull('sealed')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .select('seq', 'id', 'row_id', 'sealed'),
  async countMails(rowIds, seqs) {
    const found = await connection(OUTBOX)
      .whereIn('row_id', rowIds)
      .orWhereIn('seq', seqs)
      .pluck<number[]>('seq');
    return found.length;
  },
  async removeMails(seqs) {
    await connection(OUTBOX).whereIn('seq', seqs).delete();
  },
  async refusals(rowIds) {
    const rows = await inPages(rowIds, (page) =>
      connection<{ row_id: Buffer; day: string }>(BOUNCES).whereIn('row_id', page).select('*'),
    );
    return new Map(rows.map(({ row_id, day }) => [row_id.toString('hex'), day]));
  },
});
