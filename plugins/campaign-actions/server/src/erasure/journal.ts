import type { Knex } from 'knex';
import { durably, forgetOldPages } from '../database';
import { writeLine } from './line';
import { createJournalFile } from './journal-file';
import { createErasureStore } from './store';

/**
 * Brings what the database says was withdrawn, rejected or erased into a file outside of it: for a
 * restored backup knows nothing of it. Every node writes every line, its own and the others', so each
 * node's file is complete, and several on one machine may share one. What the file has is looked at
 * afresh at each start, so a line that a killed server still owed is there after the next.
 */
export interface ErasureJournal {
  /** Something was erased just now. */
  wake(): void;
  /** Resolves when the file has everything that was committed before. @throws when it cannot */
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

const AT_ONCE = 1000;
/** How long other nodes' erasures, and a file that could not be written, wait. */
const EVERY_MS = 20_000;

/** @param onFailure told once until it works again */
export const createErasureJournal = (
  knex: Knex,
  file: string,
  onFailure: (error: unknown) => void,
): ErasureJournal => {
  const journal = createJournalFile(file);
  let written = 0;
  let running: Promise<void> | null = null;
  let again = false;
  let failed = false;
  let used = false;
  /** Something was taken out of the database whose pages may lie in its write-ahead log. */
  let left = false;
  let timer: NodeJS.Timeout | undefined;

  const writeAll = async (): Promise<void> => {
    const upTo = await durably(knex, (trx) => createErasureStore(trx).settled());
    // Somebody put a backup of the database or of the file into its place, or took the file away.
    if (upTo < written || (await journal.isAnother())) written = 0;
    while (written < upTo) {
      const rows = await createErasureStore(knex).between(written, upTo, AT_ONCE);
      await journal.append(rows.map(writeLine));
      written = rows.at(-1)?.seq ?? upTo;
      left = true;
    }
  };

  /** One at a time; whoever comes while it runs is served by the next round. */
  const flush = (): Promise<void> => {
    again = true;
    running ??= (async () => {
      try {
        while (again) {
          again = false;
          await writeAll();
        }
        failed = false;
      } finally {
        running = null;
      }
    })();
    return running;
  };

  const attempt = (): Promise<void> =>
    flush().catch((error: unknown) => {
      if (!failed) onFailure(error);
      failed = true;
    });

  const tidy = async (): Promise<void> => {
    await attempt();
    if (!left) return;
    left = false;
    await forgetOldPages(knex).catch(() => (left = true));
  };

  return {
    wake() {
      used = true;
      void attempt();
    },
    flush,
    start() {
      used = true;
      timer ??= setInterval(() => void tidy(), EVERY_MS).unref();
      void attempt();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      // A command that erases nothing leaves the file alone.
      if (used) await tidy();
    },
  };
};
