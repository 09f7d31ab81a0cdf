/**
 * A browser opens six connections to a host, if it is one of HTTP/1.1, for all its windows together: a
 * stream keeps one of them busy. So that whoever signs never waits for one, all pages of a site share
 * two places, and a page has one at most.
 */
const PLACES = ['campaign-actions-stream-1', 'campaign-actions-stream-2'];

let isTaken = false;

/** Held until it is released, or the page is gone, however that came about. */
const lock = (name: string): Promise<(() => void) | null> =>
  new Promise((resolve, reject) => {
    const hold = (granted: unknown): Promise<void> | undefined => {
      if (granted) return new Promise((release) => resolve(release));
      resolve(null);
      return undefined;
    };
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(reject);
  });

const lockOne = async (): Promise<(() => void) | null> => {
  try {
    for (const name of PLACES) {
      const release = await lock(name);
      if (release) return release;
    }
    return null;
  } catch {
    // Without locks, as on a page without https, each page keeps to its own limit.
    return () => undefined;
  }
};

/** @returns what gives the place back; null when there is none */
export const takePlace = async (): Promise<(() => void) | null> => {
  // Servers open as many connections as they like.
  if (typeof document === 'undefined') return () => undefined;
  if (isTaken) return null;
  isTaken = true;
  const release = await lockOne();
  isTaken = release !== null;
  return (
    release &&
    (() => {
      isTaken = false;
      release();
    })
  );
};
