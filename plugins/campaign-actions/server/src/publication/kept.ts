import type { Soon } from '../fresh';

/** Something that is made of content and kept in memory. */
export interface Kept<Value> {
  /**
   * As it is at this revision of the content, made once for all who ask at the same time. What is
   * older than ten seconds is made again while the old one is given out, so that content which came
   * in past Strapi's document service shows by itself. While it cannot be made, the old one is given
   * out for ten minutes.
   *
   * @throws what making it threw, when there is no old one
   */
  at(revision: string): Soon<Value>;
}

const FRESH_MS = 10_000;
/** As caches are told by `stale-if-error`. */
const STALE_MS = 600_000;
/** After a failure nobody waits for another one for this long. */
const REST_MS = 1000;
/** By then it is on a connection that died without a word, and the next may fare better. */
const LOST_MS = 30_000;

/** @param onFailure hears why the old one had to be given out */
export const createKept = <Value>(
  make: () => Promise<Value>,
  onFailure: (error: unknown) => void,
  clock: () => number = Date.now,
): Kept<Value> => {
  let kept: { value: Value; revision: string; turn: number; madeAt: number } | null = null;
  let making: { revision: string; since: number; value: Promise<Value> } | null = null;
  let turns = 0;
  let restUntil = Number.NEGATIVE_INFINITY;

  const makeNow = async (revision: string): Promise<Value> => {
    const turn = (turns += 1);
    const madeAt = clock();
    try {
      const value = await make();
      // One that was overtaken by a change must not replace what was made since.
      if (!kept || kept.turn < turn) kept = { value, revision, turn, madeAt };
      return value;
    } catch (error) {
      restUntil = clock() + REST_MS;
      if (kept) onFailure(error);
      throw error;
    } finally {
      if (making?.revision === revision) making = null;
    }
  };

  const made = (revision: string): Promise<Value> => {
    const since = clock();
    // Whoever asks after a change must not be given what was begun before it.
    if (making?.revision !== revision || since - making.since >= LOST_MS)
      making = { revision, since, value: makeNow(revision) };
    return making.value;
  };

  return {
    at(revision) {
      const now = clock();
      const old = kept && now - kept.madeAt < STALE_MS ? kept : null;
      if (!old) return made(revision);
      const isOfNow = old.revision === revision;
      if (now < restUntil || (isOfNow && now - old.madeAt < FRESH_MS)) return old.value;
      const next = made(revision).catch(() => old.value);
      return isOfNow ? old.value : next;
    },
  };
};
