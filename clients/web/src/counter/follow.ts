import type { Doors } from '../client/ask';
import { CampaignActionsError } from '../client/error';
import { pathTo } from '../client/read';
import { wait } from '../client/wait';
import type { Counter } from '../contracts';
import { takePlace } from './place';
import { createPoll } from './poll';
import { type Heard, listen } from './stream';

const SHORTEST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;
const SLOWER = 1.25;
/** Where no stream can be had, it is tried again after this long, then after twice as long. */
const STREAM_AGAIN_MS = 60_000;
const STREAM_AGAIN_AT_LAST_MS = 15 * 60_000;
/** Something on the way that ends streams this early ends them always. */
const BRIEF_MS = 15_000;
const MOST_BRIEF = 3;

/** Not there, or not for us: asking again would not change that. */
const isFinal = ({ status }: CampaignActionsError): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

/** Nobody asks in step with everybody else. */
const about = (milliseconds: number): number => milliseconds * (0.8 + Math.random() * 0.4);

/** Whoever hears a counter. */
export interface Listener {
  /** @param counter null when it is as before @returns whether it is news */
  hear: (counter: Counter | null) => boolean;
  /** It cannot be read for now. */
  lose: () => void;
}

/**
 * Follows one counter: by the stream where there is a place for one and it can be had, else by asking.
 * What was learned of the way there is kept from one time to the next.
 */
export const follower = (
  doors: Doors,
  id: string,
  locale: string | undefined,
  { hear, lose }: Listener,
) => {
  const poll = createPoll(doors, pathTo('actions', id, '/counter'), locale);
  const path = pathTo('actions', id, '/counter/stream');
  let askAt = 0;
  let streamAt = 0;
  let streamPause = STREAM_AGAIN_MS;
  let brief = 0;
  /** The last question had an answer. */
  let isReachable = true;

  /** Whether to open another stream, now that this one has ended. */
  const isWorthAnother = ({ any }: Heard, began: number): boolean => {
    if (!any) return false;
    const isBrief = Date.now() - began < BRIEF_MS;
    brief = isBrief ? brief + 1 : 0;
    if (!isBrief) streamPause = STREAM_AGAIN_MS;
    return brief < MOST_BRIEF;
  };

  /** The network is there, so it is the stream that cannot be had. */
  const putOffStream = (): void => {
    streamAt = Math.max(streamAt, Date.now() + streamPause);
    streamPause = Math.min(streamPause * 2, STREAM_AGAIN_AT_LAST_MS);
  };

  /** Listens for as long as streams last. @returns how that ended; null without a place for one */
  const listenOn = async (awake: AbortSignal): Promise<Heard | null> => {
    const giveBack = await takePlace();
    if (!giveBack) return null;
    try {
      for (;;) {
        if (awake.aborted) return null;
        const began = Date.now();
        const heard = await listen(doors, path, locale, hear, awake);
        if (awake.aborted || !isWorthAnother(heard, began)) return heard;
        await wait(heard.retry, awake);
      }
    } finally {
      giveBack();
    }
  };

  return async (awake: AbortSignal): Promise<void> => {
    let pause = SHORTEST_PAUSE_MS;
    if (askAt > Date.now()) await wait(askAt - Date.now(), awake);
    while (!awake.aborted) {
      const mayListen = isReachable && Date.now() >= streamAt;
      const heard = mayListen ? await listenOn(awake) : null;
      if (awake.aborted) return;
      if (heard?.refusal) streamAt = Date.now() + (heard.refusal.retryAfter ?? 0) * 1000;
      let isLost = false;
      try {
        const isNews = hear(await poll(awake));
        const isFast = isNews || !isReachable;
        pause = isFast ? SHORTEST_PAUSE_MS : Math.min(pause * SLOWER, LONGEST_PAUSE_MS);
        isReachable = true;
        if (heard) putOffStream();
      } catch (error) {
        if (awake.aborted || !(error instanceof CampaignActionsError)) return;
        lose();
        if (isFinal(error)) return;
        isReachable = false;
        isLost = error.status === 0;
        askAt = Date.now() + (error.retryAfter ?? 0) * 1000;
        pause = Math.min(pause * SLOWER, LONGEST_PAUSE_MS);
      }
      await wait(Math.max(askAt - Date.now(), about(pause)), awake, { orOnline: isLost });
    }
  };
};
