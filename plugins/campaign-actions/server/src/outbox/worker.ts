import type { ClaimedItem, OutboxStore } from './store';

export interface Worker {
  /** Something was put into the outbox just now. */
  wake(): void;
  /** Finishes what it holds and takes no more. */
  stop(): Promise<void>;
}

export interface WorkerUses {
  outbox: OutboxStore;
  /** Does what an item asks for; throws when it must be tried again. */
  handle: (item: ClaimedItem) => Promise<void>;
  /** Told that an item failed; never with personal data. */
  onFailure: (item: ClaimedItem, error: unknown) => void;
}

const AT_ONCE = 10;
const LEASE_SECONDS = 120;
/** How long the outbox goes unread when nothing wakes it: other nodes' items and retries wait for this. */
const IDLE_MS = 1000;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 3600;
/** About fourteen days, the longest that anything waits to be confirmed. */
const MOST_ATTEMPTS = 345;

const retryAfter = (attempts: number): number =>
  Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(attempts - 1, 12));

/** Works through the outbox until it is stopped; several may run on one database. */
export const startWorker = ({ outbox, handle, onFailure }: WorkerUses): Worker => {
  let stopped = false;
  let woken = false;
  let wakeUp: (() => void) | null = null;

  const settle = async (item: ClaimedItem): Promise<void> => {
    try {
      await handle(item);
      await outbox.remove(item.id);
    } catch (error) {
      onFailure(item, error);
      if (item.attempts >= MOST_ATTEMPTS) await outbox.remove(item.id);
      else await outbox.postpone(item.id, retryAfter(item.attempts));
    }
  };

  /** An item whose fate could not be written down comes back when its lease ends. */
  const settleOrGiveBack = (item: ClaimedItem): Promise<void> =>
    (stopped ? outbox.postpone(item.id, 0) : settle(item)).catch(() => undefined);

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(done, IDLE_MS);
      function done(): void {
        clearTimeout(timer);
        wakeUp = null;
        resolve();
      }
      wakeUp = done;
      if (woken || stopped) done();
      woken = false;
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      // A database that is away for a moment is no reason to stop for good.
      const items = await outbox.claim(AT_ONCE, LEASE_SECONDS).catch(() => []);
      await Promise.all(items.map(settleOrGiveBack));
      if (items.length < AT_ONCE) await idle();
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
