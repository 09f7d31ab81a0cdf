import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedItem, OutboxStore } from './store';

export interface Worker {
  /** Something was put into the outbox just now. */
  wake(): void;
  /** Finishes what it holds and takes no more. */
  stop(): Promise<void>;
}

export interface WorkerUses {
  outbox: Pick<OutboxStore, 'claim' | 'postpone'>;
  /** Does what an item asks for; throws when it must be tried again. */
  handle: (item: ClaimedItem) => Promise<void>;
  /** Writes down that these have happened, with one commit: signing waits for the same disk. */
  finish: (items: ClaimedItem[]) => Promise<void>;
  /** Told that an item failed; never with personal data. */
  onFailure: (item: ClaimedItem, error: unknown) => void;
}

const AT_ONCE = 20;
const LEASE_SECONDS = 180;
/** How long the outbox goes unread when nothing wakes it: other nodes' items and retries wait for this. */
const IDLE_MS = 1000;
/**
 * While signatures arrive, the pause after `AT_ONCE` items: whoever signs is waiting, a mail is not.
 * What is left, about 90 mails a second, is over twice the most that is known of any petition.
 */
const PAUSE_MS = 200;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 3600;
/** About fourteen days, the longest that anything waits to be confirmed. */
const MOST_ATTEMPTS = 345;

const retryAfter = (attempts: number): number =>
  Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(attempts - 1, 12));

/** Works through the outbox until it is stopped; several may run on one database. */
export const startWorker = ({ outbox, handle, finish, onFailure }: WorkerUses): Worker => {
  let stopped = false;
  let woken = false;
  let wokenAt = Number.NEGATIVE_INFINITY;
  let wakeUp: (() => void) | null = null;

  const makeRoom = async (): Promise<void> => {
    if (performance.now() - wokenAt < PAUSE_MS) await sleep(PAUSE_MS);
  };

  /** Whether the item has happened, and may go. */
  const settle = async (item: ClaimedItem): Promise<boolean> => {
    if (stopped) {
      await outbox.postpone(item.seq, 0);
      return false;
    }
    try {
      await handle(item);
      return true;
    } catch (error) {
      onFailure(item, error);
      // Given up, it goes like what has happened.
      if (item.attempts >= MOST_ATTEMPTS) return true;
      await outbox.postpone(item.seq, retryAfter(item.attempts));
      return false;
    }
  };

  const settleTogether = async (items: ClaimedItem[]): Promise<void> => {
    const happened = await Promise.all(items.map((item) => settle(item).catch(() => false)));
    const done = items.filter((_, index) => happened[index]);
    if (done.length > 0) await finish(done);
  };

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
      // An item whose fate could not be written down comes back when its lease ends.
      await settleTogether(items).catch(() => undefined);
      await makeRoom();
      if (items.length < AT_ONCE) await idle();
    }
  };

  const running = run();
  return {
    wake() {
      woken = true;
      wokenAt = performance.now();
      wakeUp?.();
    },
    async stop() {
      stopped = true;
      wakeUp?.();
      await running;
    },
  };
};
