/** Something that is there at once wherever it can be: to await it where it is costs more than it. */
export type Soon<T> = T | Promise<T>;

export const after = <T, R>(soon: Soon<T>, then: (there: T) => Soon<R>): Soon<R> =>
  soon instanceof Promise ? soon.then(then) : then(soon);

/** The same for several; at once only if all are. */
export const afterAll = <T, R>(
  soons: readonly Soon<T>[],
  then: (there: T[]) => Soon<R>,
): Soon<R> =>
  soons.some((soon) => soon instanceof Promise)
    ? Promise.all(soons).then(then)
    : then(soons as T[]);

/** Something kept in memory: read again when it is asked for and older than a second. */
export interface Fresh<Kept> {
  /**
   * As it was a second ago at most; whoever asks while it is being read shares that reading. While
   * the database is slow or away, as it was when it last answered.
   */
  get(): Soon<Kept>;
  /** Reads again at the next question: this node has just changed something. */
  forget(): void;
}

const FRESH_MS = 1000;
/** Nobody waits longer for a reading while there is something to answer with. */
const PATIENCE_MS = 250;
/** The database took this node's own change a moment ago, and whoever made it wants to see it. */
const PATIENCE_AFTER_CHANGE_MS = 5000;
/** By then a reading is on a connection that died without a word, and the next may fare better. */
const LOST_MS = 10_000;

interface Reading {
  number: number;
  startedAt: number;
  /** What whoever asks waits for; it rejects only where there is nothing to answer with. */
  awaited: Promise<void>;
  late: boolean;
}

/** Resolves when it is done, well or not, or after a while; then it is late. */
const patiently = (done: Promise<void>, changed: boolean, late: () => void): Promise<void> =>
  new Promise((resolve) => {
    const ms = changed ? PATIENCE_AFTER_CHANGE_MS : PATIENCE_MS;
    const patience = setTimeout(() => {
      late();
      resolve();
    }, ms);
    const settle = (): void => {
      clearTimeout(patience);
      resolve();
    };
    done.then(settle, settle);
  });

/** @param read gets what was kept so far, so that it need not read what did not change */
export const createFresh = <Kept>(
  first: Kept,
  read: (before: Kept) => Promise<Kept>,
  clock: () => number = Date.now,
): Fresh<Kept> => {
  let kept = first;
  /** The number of the reading that what is kept comes from; 0: there is none yet. */
  let keptFrom = 0;
  let freshUntil = Number.NEGATIVE_INFINITY;
  let started = 0;
  let changed = false;
  let reading: Reading | null = null;

  const readInto = async ({ number, startedAt }: Reading): Promise<void> => {
    try {
      const found = await read(kept);
      // A reading that was overtaken must not put the clock back.
      if (number < keptFrom) return;
      kept = found;
      keptFrom = number;
    } finally {
      // A change made while we were reading may be missing in what was read; then it is not ours.
      if (reading?.number === number) {
        reading = null;
        // A database that is away is asked once a second too.
        if (keptFrom > 0) freshUntil = startedAt + FRESH_MS;
      }
    }
  };

  const start = (): Reading => {
    started += 1;
    const mine: Reading = {
      number: started,
      startedAt: clock(),
      awaited: Promise.resolve(),
      late: false,
    };
    reading = mine;
    const done = readInto(mine);
    // Better a number of a moment ago than none while the database is away.
    mine.awaited = keptFrom === 0 ? done : patiently(done, changed, () => (mine.late = true));
    changed = false;
    return mine;
  };

  return {
    get() {
      const now = clock();
      if (now < freshUntil) return kept;
      const current = reading && now - reading.startedAt < LOST_MS ? reading : start();
      return current.late ? kept : current.awaited.then(() => kept);
    },
    forget() {
      reading = null;
      changed = true;
      freshUntil = Number.NEGATIVE_INFINITY;
    },
  };
};
