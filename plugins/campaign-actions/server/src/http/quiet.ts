import { setTimeout as sleep } from 'node:timers/promises';

/** A busy process leaves what has reached it unread for no longer than this. */
const UNREAD_MS = 50;

/** Resolves once no more of what `come` counts has come for a moment and nothing is left to do. */
export const quiet = async (
  come: () => number,
  longestMs: number,
  isLeft = (): boolean => false,
): Promise<void> => {
  const end = Date.now() + longestMs;
  for (let before = -1; (come() > before || isLeft()) && Date.now() < end;) {
    before = come();
    await sleep(UNREAD_MS);
  }
};
