import type { Limiter } from './limits';

/**
 * Counts in a fixed number of places, all of which begin anew together: two bytes each, and no timer,
 * so there may be many more of them than of other limits.
 */
export const createCells = (
  { cells, duration }: { cells: number; duration: number },
  clock: () => number = Date.now,
): Limiter => {
  const counts = new Uint16Array(cells);
  const most = 2 ** 16 - 1;
  let endsAt = 0;

  const move = (key: string, by: number) => {
    const now = clock();
    if (now >= endsAt) {
      counts.fill(0);
      endsAt = now + duration * 1000;
    }
    const cell = Number(key);
    const count = Math.min(most, Math.max(0, (counts[cell] ?? 0) + by));
    counts[cell] = count;
    return Promise.resolve({ consumedPoints: count, msBeforeNext: endsAt - now });
  };
  return { penalty: (key) => move(key, 1), reward: (key) => move(key, -1) };
};
