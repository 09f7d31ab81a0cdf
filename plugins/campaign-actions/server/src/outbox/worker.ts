import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedItem, OutboxStore } from './store';

/** What came of an item. */
export type Fate =
  | { what: 'happened'; mailed: boolean }
  /** Its mailbox takes no mail, now or ever. */
  | { what: 'bounced' }
  /** `tried` counts against it, and without `seconds` it waits ever longer. */
  | { what: 'waits'; tried: boolean; seconds?: number; giveBack?: Buffer | null };

export interface Settled {
  item: ClaimedItem;
  fate: Exclude<Fate, { what: 'waits' }> | (Fate & { what: 'waits'; seconds: number });
}

/** Does what an item asks for; throws when it must be tried again. */
export type Deed = () => Promise<Fate>;

export interface Worker {
  /** Something was put into the outbox just now. */
  wake(): void;
  /** Finishes what it holds and takes no more. */
  stop(): Promise<void>;
}

export interface WorkerUses {
  outbox: Pick<OutboxStore, 'claim'>;
  /** Decides about items that were claimed together; a deed for each, in their order. */
  plan: (items: ClaimedItem[]) => Promise<Deed[]>;
  /** Writes down what came of these, with one commit: signing waits for the same disk. */
  finish: (settled: Settled[]) => Promise<void>;
  /** Told that an item failed; never with personal data. */
  onFailure: (item: ClaimedItem, error: unknown) => void;
}

const AT_ONCE = 20;
/** Taking items is a commit, and so is writing down what came of them: neither is worth one item. */
const PORTION = 10;
const GATHER_MS = 50;
const LEASE_SECONDS = 180;
/** How long the outbox goes unread when nothing wakes it: other nodes' items and retries wait for this. */
const IDLE_MS = 1000;
/**
 * While signatures arrive, the pause after `AT_ONCE` items: whoever signs is waiting, a mail is not.
 * What is left, about 60 mails a second, is more than may leave unless the operator says otherwise
 * (3,000 a minute), and nearly twice the most that is known of any petition.
 */
const PAUSE_MS = 300;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 3600;
/** About fourteen days, the longest that anything waits to be confirmed. */
const MOST_ATTEMPTS = 345;

const retryAfter = (attempts: number): number =>
  Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(attempts - 1, 12));

export const failing =
  (error: unknown): Deed =>
  () =>
    Promise.reject(error instanceof Error ? error : new Error('An unknown error'));

interface Page {
  settled: Settled[];
  close: () => void;
  written: Promise<void>;
}

/**
 * Writes down what has settled: together, whatever comes within a moment or while the last of it is
 * being written, up to what `isAll` takes for all that is to come.
 */
const createPen = (finish: WorkerUses['finish'], isAll: (settled: number) => boolean) => {
  let page: Page | null = null;
  let last = Promise.resolve();
  const open = (): Page => {
    const settled: Settled[] = [];
    let close = (): void => undefined;
    const closed = new Promise<void>((resolve) => (close = resolve));
    const timer = setTimeout(close, GATHER_MS);
    const written = Promise.all([last, closed]).then(() => {
      clearTimeout(timer);
      page = null;
      // An item whose fate could not be written down comes back when its lease ends.
      return finish(settled).catch(() => undefined);
    });
    last = written;
    return { settled, close, written };
  };
  return (one: Settled): Promise<void> => {
    page ??= open();
    const { settled, close, written } = page;
    settled.push(one);
    if (isAll(settled.length)) close();
    return written;
  };
};

/**
 * Works through the outbox until it is stopped; several may run on one database. An item that takes
 * long holds up no other: its place is the only one that is not free meanwhile.
 */
export const startWorker = ({ outbox, plan, finish, onFailure }: WorkerUses): Worker => {
  let stopped = false;
  let woken = false;
  let wokenAt = Number.NEGATIVE_INFINITY;
  let wakeUp: (() => void) | null = null;
  const underWay = new Set<Promise<void>>();
  const writeDown = createPen(finish, (settled) => settled >= Math.min(underWay.size, PORTION));

  /** Until there is room for a portion, or those under way take long. */
  const makeRoom = async (): Promise<void> => {
    if (performance.now() - wokenAt < PAUSE_MS) await sleep(PAUSE_MS);
    const tooLong = new AbortController();
    const patience = sleep(GATHER_MS, undefined, { signal: tooLong.signal }).catch(() => undefined);
    let isPatient = true;
    void patience.then(() => (isPatient = false));
    while (isPatient && AT_ONCE - underWay.size < PORTION)
      await Promise.race([...underWay, patience]);
    tooLong.abort();
  };

  const fateOf = async (item: ClaimedItem, deed: Deed): Promise<Fate> => {
    if (stopped) return { what: 'waits', tried: false, seconds: 0 };
    try {
      return await deed();
    } catch (error) {
      onFailure(item, error);
      return { what: 'waits', tried: true };
    }
  };

  const settle = async (item: ClaimedItem, deed: Deed): Promise<void> => {
    const fate = await fateOf(item, deed);
    if (fate.what !== 'waits') return writeDown({ item, fate });
    // Given up, it goes like what has happened.
    if (fate.tried && item.attempts >= MOST_ATTEMPTS)
      return writeDown({ item, fate: { what: 'happened', mailed: false } });
    return writeDown({ item, fate: { seconds: retryAfter(item.attempts), ...fate } });
  };

  const start = (item: ClaimedItem, deed: Deed): void => {
    const settling = settle(item, deed);
    underWay.add(settling);
    void settling.finally(() => underWay.delete(settling));
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
      const free = AT_ONCE - underWay.size;
      // A database that is away for a moment is no reason to stop for good.
      const items = await outbox.claim(free, LEASE_SECONDS).catch(() => []);
      const deeds = await plan(items).catch((error: unknown) => items.map(() => failing(error)));
      items.forEach((item, at) => start(item, deeds[at] as Deed));
      await makeRoom();
      if (underWay.size >= AT_ONCE) await Promise.race(underWay);
      else if (items.length < free) await idle();
    }
    await Promise.all(underWay);
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
