/** Looks while the server runs whether any action's keys have changed. */
export interface KeyWatch {
  start(): void;
  stop(): void;
}

const EVERY_MS = 1000;

/**
 * Once a second; what is opened is let go of then, since a destroyed key must not outlive that in a
 * server's memory. What is stored does not depend on it (`EpochStore`).
 *
 * @param revision moves with every change
 */
export const createKeyWatch = (revision: () => Promise<number>, forget: () => void): KeyWatch => {
  let known: number | null = null;
  let looking = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    // A database that is away for a moment has changed nothing.
    const found = await revision().catch(() => known);
    if (found !== known) forget();
    known = found;
    looking = false;
  };
  return {
    start: () => void (timer ??= setInterval(() => void look(), EVERY_MS)),
    stop: () => clearInterval(timer),
  };
};
