import { setTimeout as sleep } from 'node:timers/promises';

export interface ShowWorker {
  /** Resolves when what is under way is done. */
  stop(): Promise<void>;
}

const LOOK_MS = 1000;
/** Signatures wait for the same database. */
const PAUSE_MS = 20;

/**
 * Works off the drafts that are due until it is stopped; several nodes may do so on one database.
 *
 * @param showSome makes a few, never throws, and answers whether there may be more
 */
export const startShowing = (showSome: () => Promise<boolean>): ShowWorker => {
  const stopping = new AbortController();
  const { signal } = stopping;

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const isMore = await showSome();
      await sleep(isMore ? PAUSE_MS : LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
