import type { Connection } from '../database';
import type { Suppression } from '../privacy/vault';
import { run, runBatch } from '../statement';
import { SUPPRESSIONS } from './tables';

export interface SuppressionStore {
  /** Which of these have said that it was not them, as `action|hex`. */
  among(pairs: { action: string; suppression: Buffer }[]): Promise<Set<string>>;
  add(action: string, suppression: Suppression, day: string): Promise<void>;
  /** Adds it where the same address asked by another hash, on the same day as that. */
  addAs(action: string, other: Buffer, suppression: Suppression): Promise<void>;
}

export const suppressionKey = (action: string, suppression: Buffer): string =>
  `${action}|${suppression.toString('hex')}`;

const SUPPRESSED = {
  sqlite: `select action, suppression from ${SUPPRESSIONS} where action = ? and suppression = ?`,
  postgres: `select action, suppression from ${SUPPRESSIONS} where (action, suppression) in (
      select action, suppression from unnest($1::text[], $2::bytea[]) as asked (action, suppression)
    )`,
};

const ADD_AS = `insert into ${SUPPRESSIONS} (action, suppression, key_id, suppression_table, day)
  select action, ?, ?, ?, day from ${SUPPRESSIONS} where action = ? and suppression = ?
  on conflict do nothing`;

export const createSuppressionStore = (connection: Connection): SuppressionStore => ({
  async among(pairs) {
    const rows = await runBatch<{ action: string; suppression: Buffer }>(
      connection,
      SUPPRESSED,
      pairs.map(({ action, suppression }) => [action, suppression]),
    );
    return new Set(rows.map((row) => suppressionKey(row.action, row.suppression)));
  },
  async add(action, { hash, keyId, table }, day) {
    await connection(SUPPRESSIONS)
      .insert({ action, suppression: hash, key_id: keyId, suppression_table: table, day })
      .onConflict(['action', 'suppression'])
      .ignore();
  },
  async addAs(action, other, { hash, keyId, table }) {
    await run(connection, ADD_AS, [hash, keyId, table, action, other]);
  },
});
