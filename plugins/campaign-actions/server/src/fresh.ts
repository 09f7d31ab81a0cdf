/** Something kept in memory: read again when it is asked for and older than a second. */
export interface Fresh<Kept> {
  /** As it was a second ago at most; whoever asks while it is being read shares that reading. */
  get(): Promise<Kept>;
  /** Reads again at the next question: this node has just changed something. */
  forget(): void;
}

const FRESH_MS = 1000;

/** @param read gets what was kept so far, so that it need not read what did not change */
export const createFresh = <Kept>(
  first: Kept,
  read: (before: Kept) => Promise<Kept>,
  clock: () => number = Date.now,
): Fresh<Kept> => {
  let kept = first;
  let readAt = Number.NEGATIVE_INFINITY;
  let generation = 0;
  /** In which generation what is kept was read; none at first. */
  let keptFrom = -1;
  let reading: { generation: number; done: Promise<void> } | null = null;

  const readNow = async (): Promise<void> => {
    const startedAt = clock();
    const startedIn = generation;
    const found = await read(kept);
    // A reading that was overtaken must not put the clock back.
    if (startedIn < keptFrom) return;
    kept = found;
    keptFrom = startedIn;
    // A change made while we were reading may be missing in what was read.
    if (startedIn === generation) readAt = startedAt;
  };

  return {
    async get() {
      if (clock() - readAt < FRESH_MS) return kept;
      if (reading?.generation !== generation) {
        const mine = { generation, done: readNow() };
        reading = mine;
        void mine.done
          .catch(() => undefined)
          .finally(() => {
            if (reading === mine) reading = null;
          });
      }
      try {
        await reading.done;
      } catch (error) {
        // Better a number of a moment ago than none while the database is away.
        if (keptFrom < 0) throw error;
      }
      return kept;
    },
    forget() {
      generation += 1;
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
};
