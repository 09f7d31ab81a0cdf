import type { Connection } from '../database';
import { run, runBatch } from '../statement';
import type { Payment } from './challenge';
import { USED_CHALLENGES } from './tables';

export interface UsedChallengeStore {
  /**
   * Uses up challenges, each once.
   *
   * @returns of those that had been used before, the print of the body each has paid for, by `nonceKey`
   */
  use(payments: readonly Payment[]): Promise<Map<string, Buffer>>;
  /** Those of earlier days can be valid no more; answers how many went. */
  removeBefore(day: string): Promise<number>;
}

export const nonceKey = ({ nonce }: Pick<Payment, 'nonce'>): string => nonce.toString('hex');

const USE = {
  sqlite: `insert into ${USED_CHALLENGES} (nonce, fingerprint, day) values (?, ?, ?)
    on conflict do nothing returning nonce`,
  postgres: `insert into ${USED_CHALLENGES} (nonce, fingerprint, day)
    select * from unnest($1::bytea[], $2::bytea[], $3::text[]) on conflict do nothing returning nonce`,
};

const USED = `select nonce, fingerprint from ${USED_CHALLENGES} where nonce = ?`;

export const createUsedChallengeStore = (connection: Connection): UsedChallengeStore => ({
  async use(payments) {
    if (payments.length === 0) return new Map();
    const day = new Date().toISOString().slice(0, 10);
    // In one order, so that two nodes never wait for each other in a circle.
    const sorted = [...payments].sort((a, b) => Buffer.compare(a.nonce, b.nonce));
    const rows = sorted.map(({ nonce, fingerprint }) => [nonce, fingerprint, day]);
    const fresh = await runBatch<{ nonce: Buffer }>(connection, USE, rows);
    const isFresh = new Set(fresh.map(nonceKey));
    const used = new Map<string, Buffer>();
    for (const { nonce } of sorted.filter((each) => !isFresh.has(nonceKey(each)))) {
      const [row] = await run<Payment>(connection, USED, [nonce]);
      if (row) used.set(nonceKey(row), row.fingerprint);
    }
    return used;
  },
  removeBefore: (day) => connection(USED_CHALLENGES).where('day', '<', day).delete(),
});
