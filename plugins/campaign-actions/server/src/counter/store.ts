import type { Connection } from '../database';
import { LEDGER, TALLIES } from './tables';

/** A daily figure without any person in it: how many, by source or consent. */
export interface Tally {
  action: string;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  kind: 'all' | 'source' | 'consent';
  name: string;
  taken: number;
  confirmed: number;
}

export interface LedgerStore {
  /**
   * Adds to the signatures of an action, and one to its revision. To be the last statement of a
   * transaction that changed that many register rows: everybody waits for this row.
   */
  move(action: string, by: number): Promise<void>;
  read(action: string): Promise<{ signatures: number; offset: number; revision: number }>;
  tally(tallies: Tally[]): Promise<void>;
  /** For a deleted action; false, and nothing is done, when somebody is signing it just now. */
  removeUnsigned(action: string): Promise<boolean>;
}

const keyOf = (tally: Tally): string => [tally.action, tally.day, tally.kind, tally.name].join('|');

/** One row per key, in one order on every node, so that two transactions never wait in a circle. */
const gathered = (tallies: Tally[]): Tally[] => {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const sum = sums.get(keyOf(tally)) ?? { ...tally, taken: 0, confirmed: 0 };
    sums.set(keyOf(tally), {
      ...sum,
      taken: sum.taken + tally.taken,
      confirmed: sum.confirmed + tally.confirmed,
    });
  }
  return [...sums.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

export const createLedgerStore = (connection: Connection): LedgerStore => ({
  async move(action, by) {
    if (by === 0) return;
    await connection(LEDGER)
      .insert({ action, signatures: by, offset: 0, revision: 1 })
      .onConflict('action')
      .merge({
        signatures: connection.raw('?? + ?', [`${LEDGER}.signatures`, by]),
        revision: connection.raw('?? + 1', [`${LEDGER}.revision`]),
      });
  },
  async read(action) {
    const row = await connection<{
      action: string;
      signatures: number;
      offset: number;
      revision: number;
    }>(LEDGER)
      .where({ action })
      .first();
    return {
      signatures: row?.signatures ?? 0,
      offset: row?.offset ?? 0,
      revision: row?.revision ?? 0,
    };
  },
  async removeUnsigned(action) {
    // The row is there to be waited for, even if nobody has signed yet.
    const row = { action, signatures: 0, offset: 0, revision: 0 };
    await connection(LEDGER).insert(row).onConflict('action').ignore();
    return (await connection(LEDGER).where({ action, signatures: 0 }).delete()) === 1;
  },
  async tally(tallies) {
    const rows = gathered(tallies);
    if (rows.length === 0) return;
    await connection(TALLIES)
      .insert(rows)
      .onConflict(['action', 'day', 'kind', 'name'])
      .merge({
        taken: connection.raw('?? + excluded.taken', [`${TALLIES}.taken`]),
        confirmed: connection.raw('?? + excluded.confirmed', [`${TALLIES}.confirmed`]),
      });
  },
});
