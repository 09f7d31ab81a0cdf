import { type Connection, isSqlite } from '../database';
import { BOUNCES, OUTBOX } from '../outbox/tables';
import { run } from '../statement';
import { numberOf } from './shared-columns';
import { REGISTER, SUBMISSIONS, SUPPRESSIONS } from './tables';

/** Whose data one action holds. */
export interface Held {
  signatures: number;
  /** To be confirmed, or on hold. */
  submissions: number;
}

export interface ShredStore {
  held(action: string): Promise<Held>;
  /** Deletes a portion of what waits, was answered, or is to be mailed; answers how many rows. */
  erase(action: string, most: number): Promise<number>;
  /**
   * Leaves of a portion of signatures only that they were: the next by id behind `after`. What is
   * invalidated stays so, since what is anonymised counts.
   *
   * @returns the ids
   */
  anonymise(action: string, after: Buffer, most: number): Promise<Buffer[]>;
}

/** Some rows of an action, and on PostgreSQL in the order in which everybody locks them. */
const ERASE = [
  [OUTBOX, 'seq'],
  [BOUNCES, 'row_id'],
  [SUBMISSIONS, 'id'],
  [SUPPRESSIONS, 'suppression'],
] as const;

const anonymiseText = (locking: string): string => `
  update ${REGISTER} set
    state = case when state = 'counted' then 'anonymised' else state end,
    sealed = null, country = null, email_index = null, email_index_next = null, index_key = null, index_table = null,
    network = null, public_signature = null, unreadable = null
  where id in (
    select id from ${REGISTER}
    where action = ? and id > ? and (sealed is not null or email_index is not null or network is not null)
    order by id limit ? ${locking}
  ) returning id`;

const ANONYMISE = { sqlite: anonymiseText(''), postgres: anonymiseText('for update') };

export const createShredStore = (connection: Connection): ShredStore => ({
  async held(action) {
    const count = async (table: string): Promise<number> =>
      numberOf(
        await connection(table)
          .where({ action })
          .whereNotNull('sealed')
          .count({ n: '*' })
          .first<unknown>(),
      );
    return { signatures: await count(REGISTER), submissions: await count(SUBMISSIONS) };
  },
  async erase(action, most) {
    let erased = 0;
    for (const [table, key] of ERASE) {
      const portion = connection(table).where({ action }).orderBy(key).limit(most).select(key);
      if (!isSqlite(connection)) void portion.forUpdate();
      erased += await connection(table).where({ action }).whereIn(key, portion).delete();
    }
    return erased;
  },
  async anonymise(action, after, most) {
    const sql = isSqlite(connection) ? ANONYMISE.sqlite : ANONYMISE.postgres;
    return (await run<{ id: Buffer }>(connection, sql, [action, after, most])).map(({ id }) => id);
  },
});
