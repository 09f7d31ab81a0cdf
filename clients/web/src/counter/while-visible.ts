/** Does it while the page can be seen, and begins anew each time it is shown again. */
export const whileVisible = (deed: (awake: AbortSignal) => void, signal: AbortSignal): void => {
  const page = typeof document === 'undefined' ? null : document;
  let awake: AbortController | null = null;
  const look = (): void => {
    if (signal.aborted) page?.removeEventListener('visibilitychange', look);
    if (signal.aborted || page?.hidden) {
      awake?.abort();
      awake = null;
    } else if (!awake) {
      awake = new AbortController();
      deed(awake.signal);
    }
  };
  page?.addEventListener('visibilitychange', look);
  signal.addEventListener('abort', look);
  look();
};
