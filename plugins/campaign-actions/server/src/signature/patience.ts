import { Problem } from '../http/problems';

/** Answers that are under way, whatever they wait for: a bounded number, each for a bounded time. */
export type Patience = <T>(answer: () => Promise<T>) => Promise<T>;

const RETRY_SECONDS = 5;

/**
 * A database that hangs must not hang whoever asks, nor fill the memory with them. Those who come
 * when too many wait are told to try again at once, those who wait too long in the end; which is safe
 * whatever became of the first try.
 *
 * @returns what throws Problem 503, or what the answer throws
 */
export const createPatience = (most: number, longestMs: number): Patience => {
  let underWay = 0;
  return async (answer) => {
    if (underWay >= most) throw new Problem('unavailable', [], RETRY_SECONDS);
    underWay += 1;
    let tooLong: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      tooLong = setTimeout(() => reject(new Problem('unavailable', [], RETRY_SECONDS)), longestMs);
    });
    try {
      return await Promise.race([answer(), late]);
    } finally {
      clearTimeout(tooLong);
      underWay -= 1;
    }
  };
};
