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
      let isUnderWay = true;
      const leave = (): void => {
        if (!isUnderWay) return;
        isUnderWay = false;
        clearTimeout(tooLong);
        underWay -= 1;
      };
      const tooLong = setTimeout(() => {
        leave();
        reject(unavailable());
      }, longestMs);
      // What comes after the deadline is nobody's answer any more: the first one holds.
      answering.then(
        (answered) => {
          leave();
          resolve(answered);
        },
        (error: unknown) => {
          leave();
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what the answer threw goes on as it is
          reject(error);
        },
      );
    });
};
