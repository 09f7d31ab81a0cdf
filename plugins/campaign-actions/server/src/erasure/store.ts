import { type Connection, isSqlite } from '../database';
import { run, runBatch } from '../statement';
import { type Erasure, writeLine } from './line';
import { ERASURES } from './tables';

export interface ErasureStore {
  /** In the transaction that erases, after everything that it locks but the ledger. */
  note(erasures: Erasure[]): Promise<void>;
  /** The same of those that are not noted yet, after a backup was restored. */
  noteMissing(erasures: Erasure[]): Promise<void>;
  /** The number of the last one such that no earlier one can come after it any more. */
  settled(): Promise<number>;
  /** Those after one number up to another, in order. */
  between(after: number, upTo: number, most: number): Promise<(Erasure & { seq: number })[]>;
}

const NOTE = {
  sqlite: `insert into ${ERASURES} (row_id, deed, day) values (?, ?, ?)`,
  postgres: `insert into ${ERASURES} (row_id, deed, day)
    select * from unnest($1::bytea[], $2::text[], $3::text[])`,
};

const note = async (connection: Connection, erasures: Erasure[]): Promise<void> => {
  await runBatch(
    connection,
    NOTE,
    erasures.map(({ id, deed, day }) => [id, deed, day]),
  );
};

export const createErasureStore = (connection: Connection): ErasureStore => ({
  note: (erasures) => note(connection, erasures),
  async noteMissing(erasures) {
    const noted = await connection<{ row_id: Buffer; deed: string; day: string }>(ERASURES)
      .whereIn(
        'row_id',
        erasures.map(({ id }) => id),
      )
      .select('row_id', 'deed', 'day');
    const there = new Set(
      noted.map(({ row_id, deed, day }) =>
        writeLine({ id: row_id, deed: deed as Erasure['deed'], day }),
      ),
    );
    await note(
      connection,
      erasures.filter((erasure) => !there.has(writeLine(erasure))),
    );
  },
  async settled() {
    // Numbers are given out before their transactions commit. This waits for all that are under way.
    if (!isSqlite(connection)) await connection.raw(`lock table ${ERASURES} in share mode`);
    const [row] = await run<{ last: number | null }>(
      connection,
      `select max(seq) as last from ${ERASURES}`,
      [],
    );
    return row?.last ?? 0;
  },
  async between(after, upTo, most) {
    const rows = await run<{ seq: number; id: Buffer; deed: Erasure['deed']; day: string }>(
      connection,
      `select seq, row_id as id, deed, day from ${ERASURES}
        where seq > ? and seq <= ? order by seq limit ?`,
      [after, upTo, most],
    );
    return rows;
  },
});
