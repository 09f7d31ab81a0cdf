import { setTimeout as sleep } from 'node:timers/promises';
import { durably } from '../database';
import { createLeaseStore } from '../lease/store';
import { type GoOnUses, LeaseLost, goOn } from './go-on';
import { createInvalidationStore } from './store';

export interface InvalidationWorker {
  /** Something is to be done. */
  wake(): void;
  /** Resolves when the portion that is under way is done. */
  stop(): Promise<void>;
}

/** How long others' work goes unseen. */
const LOOK_MS = 2000;
/** Signatures wait for the same database. */
const PAUSE_MS = 20;

/** Goes on with what is open, on one node at a time, until it is stopped. */
export const startInvalidating = (
  uses: GoOnUses,
  onFailure: (error: unknown) => void,
): InvalidationWorker => {
  const { knex, lease } = uses;
  let stopped = false;
  let woken = false;
  let wakeUp: (() => void) | null = null;

  const withLease = <T>(deed: (leases: ReturnType<typeof createLeaseStore>) => Promise<T>) =>
    durably(knex, (trx) => deed(createLeaseStore(trx)));

  const workAll = async (): Promise<void> => {
    const next = () => createInvalidationStore(knex).next();
    if (!(await next())) return;
    if (!(await withLease((leases) => leases.take(lease.name, lease.holder, lease.seconds))))
      return;
    try {
      for (let job = await next(); job && !stopped; job = await next()) {
        await goOn(uses, job);
        await sleep(PAUSE_MS);
      }
    } finally {
      await withLease((leases) => leases.free(lease.name, lease.holder)).catch(() => undefined);
    }
  };

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(done, LOOK_MS);
      function done(): void {
        clearTimeout(timer);
        wakeUp = null;
        woken = false;
        resolve();
      }
      wakeUp = done;
      if (woken || stopped) done();
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      await workAll().catch((error: unknown) => {
        if (!(error instanceof LeaseLost)) onFailure(error);
      });
      await idle();
    }
  };

  const running = run();
  return {
    wake() {
      woken = true;
      wakeUp?.();
    },
    async stop() {
      stopped = true;
      wakeUp?.();
      await running;
    },
  };
};
