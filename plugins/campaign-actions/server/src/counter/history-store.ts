import type { Knex } from 'knex';
import { rowsOf } from '../database';
import { HISTORY, LEDGER, OFFSETS } from './tables';

/** A row of buckets, each so many hours wide, counted since 1970, UTC. */
export interface Range {
  hours: number;
  first: number;
  last: number;
}

export interface HistoryStore {
  /** The net change in every bucket that has any, and how many signatures there were at the end. */
  read(action: string, range: Range): Promise<{ changes: Map<number, number>; atEnd: number }>;
  /** Every change of the offset, oldest first. */
  offsets(action: string): Promise<{ at: Date; old: number; new: number }[]>;
}

/** In one statement, so that no signature falls between the sums. SQLite is bound real numbers. */
const READ = `
  select hour / cast(? as integer) as bucket, cast(sum(signatures) as integer) as signatures
    from ${HISTORY} where action = ? and hour between ? and ? group by 1
  union all
  select null, cast(coalesce((select signatures from ${LEDGER} where action = ?), 0)
    - coalesce((select sum(signatures) from ${HISTORY} where action = ? and hour > ?), 0) as integer)`;

export const createHistoryStore = (knex: Knex): HistoryStore => ({
  async read(action, { hours, first, last }) {
    const [from, to] = [first * hours, (last + 1) * hours - 1];
    const rows = rowsOf<{ bucket: number | null; signatures: number }>(
      await knex.raw(READ, [hours, action, from, to, action, action, to]),
    );
    return {
      changes: new Map(
        rows.flatMap(({ bucket, signatures }) => (bucket === null ? [] : [[bucket, signatures]])),
      ),
      atEnd: rows.find(({ bucket }) => bucket === null)?.signatures ?? 0,
    };
  },
  async offsets(action) {
    const rows = await knex<{
      id: number;
      action: string;
      at: Date | number;
      old: number;
      new: number;
    }>(OFFSETS)
      .where({ action })
      .orderBy('id')
      .select('at', 'old', 'new');
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  },
});
