import type { Doors } from '../client/ask';
import { CampaignActionsError } from '../client/error';
import { pathTo } from '../client/read';
import { wait } from '../client/wait';
import type { Counter } from '../contracts';
import type { WatchOptions } from '../index';
import { createPoll } from './poll';
import { listen } from './stream';

const SHORTEST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;
const SLOWER = 1.25;
/** Where no stream can be had, it is tried again after this long, then after twice as long. */
const STREAM_AGAIN_MS = 60_000;
const STREAM_AGAIN_AT_LAST_MS = 15 * 60_000;

/** Not there, or not for us: asking again would not change that. */
const isFinal = ({ status }: CampaignActionsError): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

/** Nobody asks in step with everybody else. */
const about = (milliseconds: number): number => milliseconds * (0.8 + Math.random() * 0.4);

/** Passes a counter on when it is new, and none of a lower revision. */
const newOnly = (tell: (counter: Counter) => void) => {
  let revision = 0;
  let told = '';
  return (counter: Counter): boolean => {
    const text = JSON.stringify(counter);
    if ((counter.revision ?? revision) < revision || text === told) return false;
    revision = counter.revision ?? revision;
    told = text;
    tell(counter);
    return true;
  };
};

/** Does it while the page can be seen, and begins anew each time it is shown again. */
const whileVisible = (deed: (awake: AbortSignal) => void, signal: AbortSignal): void => {
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
  const hear = (counter: Counter | null): boolean => {
    say(true);
    return counter !== null && pass(counter);
  };

  const poll = createPoll(doors, pathTo('actions', id, '/counter'), locale);
  const stream = pathTo('actions', id, '/counter/stream');
  let streamAt = 0;
  let streamPause = STREAM_AGAIN_MS;

  const follow = async (awake: AbortSignal): Promise<void> => {
    let pause = SHORTEST_PAUSE_MS;
    while (!awake.aborted) {
      const mayStream = Date.now() >= streamAt;
      const heard = mayStream ? await listen(doors, stream, locale, hear, awake) : null;
      if (heard?.any) {
        streamPause = STREAM_AGAIN_MS;
        await wait(heard.retry, awake);
        continue;
      }
      if (awake.aborted) return;
      let soonest = 0;
      try {
        const moved = hear(await poll(awake));
        pause = moved ? SHORTEST_PAUSE_MS : Math.min(pause * SLOWER, LONGEST_PAUSE_MS);
        if (heard) {
          // The network is there, so it is the stream that cannot be had.
          streamAt = Date.now() + Math.max(streamPause, (heard.refusal?.retryAfter ?? 0) * 1000);
          streamPause = Math.min(streamPause * 2, STREAM_AGAIN_AT_LAST_MS);
        }
      } catch (error) {
        if (awake.aborted || !(error instanceof CampaignActionsError)) return;
        say(false);
        if (isFinal(error)) return;
        soonest = (error.retryAfter ?? 0) * 1000;
        pause = Math.min(pause * SLOWER, LONGEST_PAUSE_MS);
      }
      await wait(Math.max(soonest, about(pause)), awake);
    }
  };

  whileVisible((awake) => void follow(awake), watching.signal);
  return end;
};
