const page = (): Window | null => (typeof document === 'undefined' ? null : window);

/** Whether the browser says that there is no network; what is no browser never says so. */
export const isOffline = (): boolean => page()?.navigator.onLine === false;

/** Resolves after that long, when the signal ends or, if asked, when the network is back; leaves no timer. */
export const wait = (
  milliseconds: number,
  signal: AbortSignal,
  { orOnline = false } = {},
): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      page()?.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
    if (orOnline) page()?.addEventListener('online', done);
    if (signal.aborted) done();
  });

/** For what no signal ends: nobody waits for it any longer. @throws what the signal was ended with */
export const unlessEnded = <Done>(signal: AbortSignal, deed: Promise<Done>): Promise<Done> =>
  new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    const over = (): void => signal.removeEventListener('abort', leave);
    deed.then(resolve, reject).finally(over);
  });

/** A signal that ends with another one, and by itself after that long; `over` leaves nothing behind. */
export const within = (
  milliseconds: number,
  outer: AbortSignal | undefined,
  reason?: unknown,
): { signal: AbortSignal; over: () => void } => {
  const own = new AbortController();
  const follow = (): void => own.abort(outer?.reason);
  const timer = setTimeout(() => own.abort(reason), milliseconds);
  outer?.addEventListener('abort', follow);
  if (outer?.aborted) follow();
  return {
    signal: own.signal,
    over: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
    },
  };
};
