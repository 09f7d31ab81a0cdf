import type { CampaignActions, Counter } from '../index';

type Tell = (counter: Counter) => void;

/** One action, in one language, at one server: watched once, however many elements show it. */
interface Watch {
  listeners: Set<Tell>;
  latest: Counter | null;
  end: () => void;
}

const watches = new Map<string, Watch>();

const keyOf = (baseUrl: string, locale: string, action: string): string =>
  JSON.stringify([baseUrl, locale, action]);

/** A hidden counter has no revision, and whatever comes after it is newer. */
const isOlder = (counter: Counter, than: Counter | null): boolean =>
  counter.revision !== null && counter.revision < (than?.revision ?? 0);

const tellAll = (watch: Watch, counter: Counter): void => {
  if (isOlder(counter, watch.latest)) return;
  watch.latest = counter;
  for (const tell of watch.listeners) tell(counter);
};

/**
 * Tells the counter at once, if it is known, and each time it changes, until `leaving` ends.
 * All that follow the same one in a document share one stream.
 */
export const followCounter = (
  client: CampaignActions,
  baseUrl: string,
  locale: string,
  action: string,
  tell: Tell,
  leaving: AbortSignal,
): void => {
  if (leaving.aborted) return;
  const key = keyOf(baseUrl, locale, action);
  const known = watches.get(key);
  const watch: Watch = known ?? { listeners: new Set(), latest: null, end: () => undefined };
  watch.listeners.add(tell);
  if (known?.latest) tell(known.latest);
  if (!known) {
    watches.set(key, watch);
    watch.end = client.watchCounter(action, (counter) => tellAll(watch, counter), { locale });
  }
  leaving.addEventListener(
    'abort',
    () => {
      watch.listeners.delete(tell);
      if (watch.listeners.size > 0) return;
      watches.delete(key);
      watch.end();
    },
    { once: true },
  );
};

/** Hands over a counter that came with an answer, to all who follow it. */
export const tellCounter = (baseUrl: string, locale: string, counter: Counter): void => {
  const watch = watches.get(keyOf(baseUrl, locale, counter.action));
  if (watch) tellAll(watch, counter);
};
