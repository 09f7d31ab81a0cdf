import { type Connection, databaseNow, databaseNowPlus } from '../database';
import { LEASES } from './tables';

/** A job that one node does at a time. Whoever died with it loses it when its time is over. */
export interface LeaseStore {
  /** Whether the job was free, by the database's clock; then it is the holder's for as many seconds. */
  take(name: string, holder: string, seconds: number): Promise<boolean>;
  /**
   * Whether it is the holder's still; then for as many seconds from now. Within a transaction nobody
   * else can take it until that ends, so what is done beside it is done by one node alone.
   */
  renew(name: string, holder: string, seconds: number): Promise<boolean>;
  /** Somebody else may have it at once. */
  free(name: string, holder: string): Promise<void>;
}

export const createLeaseStore = (connection: Connection): LeaseStore => ({
  async take(name, holder, seconds) {
    const taken = await connection(LEASES)
      .insert({ name, holder, until: databaseNowPlus(connection, seconds) })
      .onConflict('name')
      .merge(['holder', 'until'])
      .where(`${LEASES}.until`, '<=', databaseNow(connection))
      .returning<unknown[]>('name');
    return taken.length === 1;
  },
  async renew(name, holder, seconds) {
    const renewed = await connection(LEASES)
      .where({ name, holder })
      .update({ until: databaseNowPlus(connection, seconds) });
    return renewed === 1;
  },
  async free(name, holder) {
    await connection(LEASES).where({ name, holder }).delete();
  },
});
