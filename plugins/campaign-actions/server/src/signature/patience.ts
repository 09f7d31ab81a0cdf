import { Problem } from '../http/problems';

/** Answers that are under way, whatever they wait for: a bounded number, each for a bounded time. */
export type Patience = <T>(answer: () => Promise<T>) => Promise<T>;

const RETRY_SECONDS = 5;

const unavailable = (): Problem => new Problem('unavailable', [], RETRY_SECONDS);

/**
 * A database that hangs must not hang whoever asks, nor fill the memory with them. Those who come
 * when too many wait are told to try again at once, those who wait too long in the end; which is safe
 * whatever became of the first try.
 *
 * @returns what throws Problem 503, or what the answer throws
 */
export const createPatience = (most: number, longestMs: number): Patience => {
  let underWay = 0;
  return (answer) =>
    new Promise((resolve, reject) => {
      if (underWay >= most) throw unavailable();
      const answering = answer();
      underWay += 1;
      const end = (settle: () => void): void => {
        // Once: what comes after the deadline is nobody's answer any more.
        if (ended) return;
        ended = true;
        clearTimeout(tooLong);
        underWay -= 1;
        settle();
      };
      let ended = false;
      const tooLong = setTimeout(() => end(() => reject(unavailable())), longestMs);
      answering.then(
        (result) => end(() => resolve(result)),
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a deed threw goes on as it is
        (error: unknown) => end(() => reject(error)),
      );
    });
};
