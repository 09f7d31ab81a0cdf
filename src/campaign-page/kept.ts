const KEPT_MS = 1000;
const MOST_KEPT = 50;

/**
 * Reads something by its name once a second at most: who asks in the meantime shares what was read.
 * What fails is not kept.
 */
export const keptAWhile = <Data>(
  read: (name: string) => Promise<Data>,
  clock: () => number = Date.now,
): ((name: string) => Promise<Data>) => {
  const kept = new Map<string, { until: number; reading: Promise<Data> }>();
  return (name) => {
    const known = kept.get(name);
    if (known && clock() < known.until) return known.reading;
    if (kept.size >= MOST_KEPT) kept.clear();
    const mine = { until: clock() + KEPT_MS, reading: read(name) };
    kept.set(name, mine);
    mine.reading.catch(() => {
      if (kept.get(name) === mine) kept.delete(name);
    });
    return mine.reading;
  };
};
