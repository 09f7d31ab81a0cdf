import type { CampaignActions, Counter } from '../index';
import { languageOf } from '../locale';
import { revisionGate } from './revision';

type Tell = (counter: Counter) => void;

/** One action, in one language, at one server: watched once, however many elements show it. */
interface Watch {
  baseUrl: string;
  locale: string;
  /** As the elements name it: a documentId or a slug. */
  action: string;
  listeners: Set<Tell>;
  passes: (counter: Counter) => boolean;
  latest: Counter | null;
  end: () => void;
}

const watches = new Map<string, Watch>();

/** One who fails keeps nobody else from being told, and still is noticed by the page. */
const tellOne = (tell: Tell, counter: Counter): void => {
  try {
    tell(counter);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
};

const tellAll = (watch: Watch, counter: Counter): void => {
  if (!watch.passes(counter)) return;
  watch.latest = counter;
  for (const tell of watch.listeners) tellOne(tell, counter);
};

/**
 * Tells the counter at once, if it is known, and each time it changes, until `leaving` ends.
 * All that follow the same one in a document share what is heard of it.
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
  const key = JSON.stringify([baseUrl, locale, action]);
  const known = watches.get(key);
  const watch: Watch = known ?? {
    ...{ baseUrl, locale, action, listeners: new Set(), passes: revisionGate() },
    ...{ latest: null, end: () => undefined },
  };
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

const isOf = (watch: Watch, baseUrl: string, locale: string, { action }: Counter): boolean =>
  watch.baseUrl === baseUrl &&
  languageOf(watch.locale) === languageOf(locale) &&
  (watch.action === action || watch.latest?.action === action);

/** Hands over a counter that came with an answer, to all who follow it, by whatever name. */
export const tellCounter = (baseUrl: string, locale: string, counter: Counter): void => {
  for (const watch of watches.values())
    if (isOf(watch, baseUrl, locale, counter)) tellAll(watch, counter);
};
