import { Problem } from '../http/problems';

const RETRY_SECONDS = 5;

/**
 * A database that hangs must not hang whoever asks: after so long they are told to try again, which
 * is safe whatever became of this try.
 *
 * @throws Problem 503, or what `answer` throws
 */
export const inTime = <T>(answer: Promise<T>, longestMs: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const tooLong = setTimeout(
      () => reject(new Problem('unavailable', [], RETRY_SECONDS)),
      longestMs,
    );
    void answer.then(resolve, reject).finally(() => clearTimeout(tooLong));
  });
