import { type Connection, isSqlite } from '../database';
import { withConnection } from '../statement';
import { KEYS } from './tables';

/** What this connection deletes or changes from here on is overwritten in SQLite's file. */
export const overwriteDeleted = async (connection: Connection): Promise<void> => {
  if (isSqlite(connection)) await connection.raw('pragma secure_delete = on');
};

/**
 * Takes what was destroyed in the table of keys out of the database's own files: SQLite has it in its
 * log, and PostgreSQL in the table until that is written anew.
 *
 * @returns whether it is gone; on PostgreSQL somebody may be reading the table for hours, a dump for
 *   instance, and everybody else must not wait for that
 */
export const scrubKeys = (connection: Connection): Promise<boolean> =>
  withConnection(connection, async (driver) => {
    try {
      if ('prepare' in driver) driver.prepare('pragma wal_checkpoint(truncate)').all([]);
      else {
        await driver.query(`set lock_timeout = '2s'`, []);
        await driver.query(`vacuum full ${KEYS}`, []);
      }
      return true;
    } catch {
      return false;
    } finally {
      if (!('prepare' in driver)) await driver.query('reset lock_timeout', []);
    }
  });
