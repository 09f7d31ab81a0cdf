import { type Connection, isSqlite } from '../database';
import { run } from '../statement';
import { REGISTER, SUBMISSIONS, SUPPRESSIONS } from '../signature/tables';
import { EMPTIED } from './tables';

/** Before which days what is kept. */
export interface Limits {
  /** Submissions that expired earlier are due. */
  today: string;
  /** Test submissions of earlier days are due. */
  oldestTest: string;
}

export interface DueStore {
  /** Submissions that are due, a page at a time; `next` is null behind the last page. */
  submissions(limits: Limits, page: number): Promise<{ ids: Buffer[]; next: number | null }>;
  held(action: string): Promise<Buffer[]>;
  /** Signatures that still name somebody. */
  signatures(action: string): Promise<Buffer[]>;
  /** The same of those that are found by no address any more: slow, unless there are none. */
  unfound(action: string): Promise<Buffer[]>;
  suppressions(action: string): Promise<Buffer[]>;
  removeSuppressions(action: string, suppressions: Buffer[]): Promise<number>;
  /** Whether everything of it was erased that was due at that moment. */
  isEmptied(action: string, due: Date): Promise<boolean>;
  setEmptied(action: string, due: Date): Promise<void>;
}

const AT_ONCE = 250;
/** Few of a page are due, so it may be larger: no index is kept for this on the way of signatures. */
const PAGE = 1000;

const DUE = `(state in ('waiting', 'done', 'rejected') and expires_on < ?)
  or (channel = 'test' and day < ?)`;

/**
 * SQLite would stand still for as long as it reads a large table, so it reads pages in the order of
 * coming; PostgreSQL reads by itself.
 */
const SUBMISSIONS_DUE = {
  sqlite: `select id, row, ${DUE} as due from (
      select rowid as row, id, state, expires_on, channel, day from ${SUBMISSIONS}
      where rowid > ? order by rowid limit ${PAGE}
    )`,
  postgres: `select id from ${SUBMISSIONS} where ${DUE} limit ${AT_ONCE}`,
};

const idsOf = (rows: { id: Buffer }[]): Buffer[] => rows.map(({ id }) => id);

export const createDueStore = (connection: Connection): DueStore => {
  const ids = async (sql: string, action: string): Promise<Buffer[]> =>
    idsOf(await run<{ id: Buffer }>(connection, `${sql} limit ${AT_ONCE}`, [action]));
  return {
    async submissions({ today, oldestTest }, page) {
      if (!isSqlite(connection)) {
        const due = await run<{ id: Buffer }>(connection, SUBMISSIONS_DUE.postgres, [
          today,
          oldestTest,
        ]);
        return { ids: idsOf(due), next: due.length === AT_ONCE ? 0 : null };
      }
      const rows = await run<{ id: Buffer; row: number; due: 0 | 1 }>(
        connection,
        SUBMISSIONS_DUE.sqlite,
        [today, oldestTest, page],
      );
      const last = rows.length === PAGE ? rows.at(-1)?.row : undefined;
      return { ids: idsOf(rows.filter(({ due }) => due === 1)), next: last ?? null };
    },
    held: (action) =>
      ids(`select id from ${SUBMISSIONS} where action = ? and state = 'held'`, action),
    signatures: (action) =>
      ids(`select id from ${REGISTER} where action = ? and email_index is not null`, action),
    unfound: (action) =>
      ids(
        `select id from ${REGISTER} where action = ? and email_index is null and sealed is not null`,
        action,
      ),
    suppressions: (action) =>
      ids(`select suppression as id from ${SUPPRESSIONS} where action = ?`, action),
    removeSuppressions: (action, suppressions) =>
      connection(SUPPRESSIONS).where({ action }).whereIn('suppression', suppressions).delete(),
    async isEmptied(action, due) {
      const row: unknown = await connection(EMPTIED)
        .where({ action, due: due.toISOString() })
        .first('action');
      return row !== undefined;
    },
    async setEmptied(action, due) {
      await connection(EMPTIED)
        .insert({ action, due: due.toISOString() })
        .onConflict('action')
        .merge();
    },
  };
};
