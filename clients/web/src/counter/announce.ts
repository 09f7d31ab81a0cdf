const PAUSE_MS = 25_000;
/** Long enough to be spoken, short enough not to be read a second time by those who walk the page. */
const STAYS_MS = 8_000;

/**
 * Says a sentence in a live region, the newest at most every 25 seconds, so that a screen reader is
 * not kept busy on a lively evening.
 */
export const announcer = (regionOf: () => Element | null, leaving: AbortSignal) => {
  let due = Date.now() + PAUSE_MS;
  let waiting: string | null = null;

  const say = (): void => {
    const region = regionOf();
    const sentence = waiting;
    waiting = null;
    // There is none while the counter is hidden.
    if (!region || leaving.aborted) return;
    due = Date.now() + PAUSE_MS;
    region.textContent = sentence;
    setTimeout(() => (region.textContent = ''), STAYS_MS);
  };

  return (sentence: string): void => {
    const isFirst = waiting === null;
    waiting = sentence;
    if (isFirst) setTimeout(say, Math.max(due - Date.now(), 0));
  };
};
