import { CampaignActionsError } from './error';
import { noAnswer } from './problem';
import { isOffline, wait, within } from './wait';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 16_000;
/** For everything that one call may take, waiting and all. */
const LONGEST_MS = 120_000;

/** The answer was lost on the way, or the server could not serve just then. */
const MAY_COME_BACK = [0, 408, 502, 503, 504];

/** Longer each time, and never the same for two who were cut off together. */
const pauseAfter = (attempts: number, { retryAfter }: CampaignActionsError): number => {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS);
  return (retryAfter ?? 0) * 1000 + pause * (0.5 + Math.random() / 2);
};

/** Does it until there is an answer. A refusal is one. @throws CampaignActionsError */
export type Insist = <Done>(deed: () => Promise<Done>) => Promise<Done>;

interface Patience {
  locale: string | undefined;
  signal: AbortSignal | undefined;
  onWait?: () => void;
}

/**
 * Two minutes for a call: `insist` does again what may come back, and the signal ends all of it, when
 * they are over or whoever asked has gone.
 *
 * @throws CampaignActionsError; what the signal was ended with
 */
export const patiently = async <Done>(
  { locale = 'en', signal: outer, onWait }: Patience,
  call: (insist: Insist, signal: AbortSignal) => Promise<Done>,
): Promise<Done> => {
  const { signal, over } = within(LONGEST_MS, outer, noAnswer(locale, true));
  const until = Date.now() + LONGEST_MS;
  const insist: Insist = async (deed) => {
    for (let attempts = 0; ; attempts += 1) {
      try {
        return await deed();
      } catch (error) {
        if (signal.aborted || !(error instanceof CampaignActionsError)) throw error;
        if (!MAY_COME_BACK.includes(error.status)) throw error;
        const pause = pauseAfter(attempts, error);
        if (Date.now() + pause > until) throw error;
        onWait?.();
        // Without a network there is nothing to try. A server that answered is there, whatever the
        // browser says, and knows best when to come back.
        const isLost = error.status === 0;
        await wait(isLost && isOffline() ? LONGEST_MS : pause, signal, { orOnline: isLost });
        if (signal.aborted) throw signal.reason;
      }
    }
  };
  try {
    return await call(insist, signal);
  } finally {
    over();
  }
};
