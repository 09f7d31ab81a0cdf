import { type Connection, Outdated, isSqlite } from '../database';
import { runBatch } from '../statement';
import { KEYS } from './tables';

/** What was sealed or indexed, and by which state of its action's keys. */
export interface MadeIn {
  action: string;
  epoch: number;
}

/**
 * An action's keys change seldom, and then at one moment for all servers: each change begins a new
 * epoch, and what was made in an earlier one can no longer be stored.
 */
export interface EpochStore {
  /**
   * To be the first deed of a transaction that stores: until it ends no new epoch begins.
   *
   * @throws Outdated
   */
  hold(made: readonly MadeIn[]): Promise<void>;
  /** To be the first deed of a transaction that changes an action's keys; answers the new epoch. */
  begin(action: string): Promise<number>;
}

/** Among PostgreSQL's advisory locks, those of epochs. */
const LOCKS = 7_412;

const HOLD = {
  sqlite: '',
  postgres: `select pg_advisory_xact_lock_shared(${LOCKS}, hashtext(action))
    from unnest($1::text[]) as asked (action)`,
};

/** A statement of its own, since it must see what was committed while the lock was waited for. */
const PRESENT = {
  sqlite: `select action, epoch from ${KEYS} where action = ?`,
  postgres: `select action, epoch from ${KEYS} where action = any($1::text[])`,
};

export const createEpochStore = (connection: Connection): EpochStore => ({
  async hold(made) {
    const asked = [...new Set(made.map(({ action }) => action))].map((action) => [action]);
    // SQLite has one writer at a time, and that is us.
    if (!isSqlite(connection)) await runBatch(connection, HOLD, asked);
    const present = await runBatch<MadeIn>(connection, PRESENT, asked);
    const epochs = new Map(present.map(({ action, epoch }) => [action, epoch]));
    if (made.some(({ action, epoch }) => epochs.get(action) !== epoch)) throw new Outdated();
  },
  async begin(action) {
    if (!isSqlite(connection))
      await connection.raw('select pg_advisory_xact_lock(?, hashtext(?))', [LOCKS, action]);
    const [row] = await connection<MadeIn>(KEYS)
      .where({ action })
      .update({ epoch: connection.raw('epoch + 1') as unknown as number })
      .returning('epoch');
    return row?.epoch ?? 0;
  },
});
