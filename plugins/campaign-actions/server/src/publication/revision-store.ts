import type { Connection } from '../database';
import { REVISIONS } from './tables';

/**
 * Counts changes. Each document has a row of its own: with one row for all, whoever publishes would
 * hold it until their commit, and two who publish the same documents in different order would wait
 * in a circle.
 */
export const createRevisionStore = (connection: Connection) => ({
  /** Of all content; every change that is committed adds to it. */
  async read(): Promise<string> {
    const row: unknown = await connection(REVISIONS).sum({ revision: 'revision' }).first();
    return String((row as { revision: string | number | null }).revision ?? 0);
  },
  async raise(what: string): Promise<void> {
    await connection(REVISIONS)
      .insert({ what, revision: 1 })
      .onConflict('what')
      .merge({ revision: connection.raw('?? + 1', [`${REVISIONS}.revision`]) });
  },
});
