import type { Challenge } from '../contracts';
import { type Solution, attempt } from './attempt';

/** Lets an address of ours pass where the page asks for Trusted Types. */
export type TrustUrl = (url: string) => unknown;

/** Null where no worker can be had: none exists here, its file was not found, or a policy is against it. */
const start = (address: string, trust: TrustUrl): Worker | null => {
  try {
    return new Worker(trust(address) as string, { type: 'module' });
  } catch {
    return null;
  }
};

const askWorker = (
  worker: Worker,
  challenge: Challenge,
  signal: AbortSignal,
): Promise<Solution | null> =>
  new Promise((resolve) => {
    const done = (solution: Solution | null): void => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
      resolve(solution);
    };
    const stop = (): void => done(null);
    worker.onmessage = ({ data }: MessageEvent<Solution | null>) => done(data);
    worker.onerror = stop;
    signal.addEventListener('abort', stop);
    worker.postMessage(challenge);
  });

/** A worker from another host is refused; one of this page may load it from there. */
const fromElsewhere = (address: string): string =>
  URL.createObjectURL(new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' }));

const inWorker = async (
  challenge: Challenge,
  signal: AbortSignal,
  trust: TrustUrl,
): Promise<Solution | null> => {
  if (typeof Worker === 'undefined' || typeof location === 'undefined') return null;
  // Bundlers find the file by this very form.
  const file = new URL('./challenge-worker.js', import.meta.url);
  const ours = file.origin === location.origin;
  const address = ours ? file.href : fromElsewhere(file.href);
  const worker = start(address, trust);
  const solution = worker && (await askWorker(worker, challenge, signal));
  if (!ours) URL.revokeObjectURL(address);
  return solution;
};

/**
 * Solves a challenge beside the page, or within it where no worker can be had: slower, and the page
 * still moves.
 *
 * @returns what goes back as `challenge` with the signature
 * @throws where the browser has no cryptography (a page without https), or the signal ends
 */
export const solve = async (
  challenge: Challenge,
  signal: AbortSignal,
  trust: TrustUrl = (url) => url,
): Promise<string> => {
  const solution = (await inWorker(challenge, signal, trust)) ?? (await attempt(challenge, signal));
  return btoa(JSON.stringify({ challenge, solution }));
};
