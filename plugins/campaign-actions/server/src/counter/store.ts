import type { Knex } from 'knex';
import { type Connection, databaseHour, databaseNow, databaseNowPlus } from '../database';
import { run, runBatch } from '../statement';
import { HISTORY, LEDGER, TALLIES } from './tables';

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

/** What of an action's ledger is published. */
export interface Numbers {
  signatures: number;
  offset: number;
  revision: number;
}

export interface LedgerStore {
  /**
   * Adds to the signatures of an action and to its history, and publishes them with one revision
   * more, unless the action is published in steps. To be the last deed of a transaction that
   * changed that many register rows: everybody waits for this row. By nothing it takes
   * as long, so that nobody hears from the clock whether an address was new (T-21).
   */
  move(action: string, by: number): Promise<void>;
  /** From now on the signatures are published in steps, or each at once. */
  publishInSteps(action: string, stepped: boolean): Promise<void>;
  /**
   * Publishes the signatures of a stepped action if that is due by the database's clock, whichever
   * node comes first; null when it was not, or not any more.
   */
  step(action: string): Promise<Numbers | null>;
  /** Every signature that counts, published or not yet. */
  read(action: string): Promise<Numbers>;
  tally(tallies: Tally[]): Promise<void>;
  /** For a deleted action; false, and nothing is done, when somebody is signing it just now. */
  removeUnsigned(action: string): Promise<boolean>;
}

/**
 * Seconds between two steps, so that nobody can tell whose signature moved the number. Nodes are a
 * second behind at most, so that on each of them five seconds lie between two moves.
 */
const SHORTEST_STEP = 6.2;
const LONGEST_STEP = 7;

const REMEMBER = (hour: string): string => `
  insert into ${HISTORY} (action, hour, signatures) values (?, ${hour}, ?)
  on conflict (action, hour) do update
  set signatures = ${HISTORY}.signatures + excluded.signatures`;

const MOVE = `
  insert into ${LEDGER} (action, signatures, shown, revision) values (?, ?, ?, ?)
  on conflict (action) do update set
    signatures = ${LEDGER}.signatures + excluded.signatures,
    shown = case when ${LEDGER}.stepped then ${LEDGER}.shown
      else ${LEDGER}.signatures + excluded.signatures end,
    revision = ${LEDGER}.revision + case when ${LEDGER}.stepped then 0 else excluded.revision end`;

const INTO_TALLIES = `insert into ${TALLIES} (action, day, kind, name, taken, confirmed)`;
const ADD = `on conflict (action, day, kind, name) do update set
  taken = ${TALLIES}.taken + excluded.taken,
  confirmed = ${TALLIES}.confirmed + excluded.confirmed`;
const TALLY = {
  sqlite: `${INTO_TALLIES} values (?, ?, ?, ?, ?, ?) ${ADD}`,
  postgres: `${INTO_TALLIES} select * from
    unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[]) ${ADD}`,
};

const DIFFERS = 'revision + case when shown = signatures then 0 else 1 end';

const keyOf = ({ action, day, kind, name }: Tally): string => `${action}|${day}|${kind}|${name}`;

/** One row per key, in one order on every node, so that two transactions never wait in a circle. */
const gathered = (tallies: Tally[]): Tally[] => {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    const sum = sums.get(key);
    if (!sum) {
      sums.set(key, { ...tally });
      continue;
    }
    sum.taken += tally.taken;
    sum.confirmed += tally.confirmed;
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
};

const nextStep = (connection: Connection): Knex.Raw =>
  databaseNowPlus(connection, SHORTEST_STEP + Math.random() * (LONGEST_STEP - SHORTEST_STEP));

export const createLedgerStore = (connection: Connection): LedgerStore => ({
  async move(action, by) {
    await run(connection, REMEMBER(databaseHour(connection)), [action, by]);
    await run(connection, MOVE, [action, by, by, by === 0 ? 0 : 1]);
  },
  async publishInSteps(action, stepped) {
    const row = await connection<{ action: string; stepped: boolean | number }>(LEDGER)
      .where({ action })
      .first('stepped');
    if (Boolean(row?.stepped) === stepped) return;
    if (!stepped) {
      await connection(LEDGER)
        .where({ action })
        .update({
          stepped,
          shown: connection.ref('signatures'),
          revision: connection.raw(DIFFERS),
          moves_at: null,
        });
      return;
    }
    await connection(LEDGER)
      .insert({ action, stepped })
      .onConflict('action')
      // It moved a moment ago, perhaps; the first step of a new one is due at once.
      .merge({ stepped, moves_at: nextStep(connection) });
  },
  async step(action) {
    const [moved] = await connection(LEDGER)
      .where({ action, stepped: true })
      .whereRaw('shown <> signatures')
      .whereRaw('(moves_at is null or moves_at <= ?)', [databaseNow(connection)])
      .update({
        shown: connection.ref('signatures'),
        revision: connection.raw('revision + 1'),
        moves_at: nextStep(connection),
      })
      .returning<Numbers[]>(['shown as signatures', 'offset', 'revision']);
    return moved ?? null;
  },
  async read(action) {
    const row = await connection<Numbers & { action: string }>(LEDGER).where({ action }).first();
    return {
      signatures: row?.signatures ?? 0,
      offset: row?.offset ?? 0,
      revision: row?.revision ?? 0,
    };
  },
  async removeUnsigned(action) {
    // The row is there to be waited for, even if nobody has signed yet.
    await connection(LEDGER).insert({ action }).onConflict('action').ignore();
    return (await connection(LEDGER).where({ action, signatures: 0 }).delete()) === 1;
  },
  async tally(tallies) {
    await runBatch(
      connection,
      TALLY,
      gathered(tallies).map(({ action, day, kind, name, taken, confirmed }) => [
        action,
        day,
        kind,
        name,
        taken,
        confirmed,
      ]),
    );
  },
});
