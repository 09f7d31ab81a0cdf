import type { Doors } from '../client/ask';
import type { Counter } from '../contracts';
import type { WatchOptions } from '../index';
import { follower } from './follow';
import { revisionGate } from './revision';
import { whileVisible } from './while-visible';

/** Passes a counter on when it is new, and none of a lower revision. */
const newOnly = (tell: (counter: Counter) => void) => {
  const passes = revisionGate();
  let told = '';
  return (counter: Counter): boolean => {
    const text = JSON.stringify(counter);
    if (!passes(counter) || text === told) return false;
    told = text;
    tell(counter);
    return true;
  };
};

export const watchCounter = (
  doors: Doors,
  id: string,
  tell: (counter: Counter) => void,
  { locale = doors.locale, signal, onConnection }: WatchOptions = {},
): (() => void) => {
  const watching = new AbortController();
  const end = (): void => {
    signal?.removeEventListener('abort', end);
    watching.abort();
  };
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();

  /** Whoever is told may fail without harm to the watching, and is told nothing after its end. */
  const later = (deed: () => void): void =>
    queueMicrotask(() => {
      if (!watching.signal.aborted) deed();
    });
  let connected = true;
  const say = (now: boolean): void => {
    if (now === connected || watching.signal.aborted) return;
    connected = now;
    later(() => onConnection?.(now));
  };
  const pass = newOnly((counter) => later(() => tell(counter)));
  const follow = follower(doors, id, locale, {
    hear: (counter) => {
      say(true);
      return counter !== null && pass(counter);
    },
    lose: () => say(false),
  });
  whileVisible((awake) => void follow(awake), watching.signal);
  return end;
};
