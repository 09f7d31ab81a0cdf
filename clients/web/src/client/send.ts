import { type Asking, type Doors, ask } from './ask';
import { CampaignActionsError } from './error';
import { isOffline, wait } from './wait';
import { noAnswer } from './problem';
import { within } from './wait';

const LONGEST_ATTEMPT_MS = 30_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 16_000;

/** The answer was lost on the way, or the server could not serve just then. */
const MAY_COME_BACK = [0, 408, 502, 503, 504];

/** Two minutes for everything that one call may take, waiting and all. */
export const LONGEST_MS = 120_000;

export interface Sending extends Asking {
  body: string;
  /** Ends what goes on for too long. */
  signal: AbortSignal;
  /** When that is, in the time of `Date.now`. */
  until: number;
  onWait?: () => void;
  onSend?: () => void;
}

/** Longer each time, and never the same for two who were cut off together. */
const pauseAfter = (attempts: number, { retryAfter }: CampaignActionsError): number => {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS);
  return (retryAfter ?? 0) * 1000 + pause * (0.5 + Math.random() / 2);
};

/**
 * Sends the very same body until there is an answer to it; what the doors take counts once however
 * often it comes. A refusal is an answer.
 *
 * @throws CampaignActionsError
 */
export const send = async <Answer>(
  doors: Doors,
  path: string,
  { signal, until, onWait, onSend, ...asking }: Sending,
): Promise<Answer> => {
  const lost = noAnswer(asking.locale ?? doors.locale ?? 'en', true);
  for (let attempts = 0; ; attempts += 1) {
    const attempt = within(LONGEST_ATTEMPT_MS, signal, lost);
    try {
      onSend?.();
      return await ask<Answer>(doors, path, { ...asking, signal: attempt.signal });
    } catch (error) {
      if (signal.aborted || !(error instanceof CampaignActionsError)) throw error;
      if (!MAY_COME_BACK.includes(error.status)) throw error;
      const pause = pauseAfter(attempts, error);
      if (Date.now() + pause > until) throw error;
      onWait?.();
      // Without a network there is nothing to try; `signal` ends that, too.
      await wait(isOffline() ? LONGEST_MS : pause, signal);
      if (signal.aborted) throw signal.reason;
    } finally {
      attempt.over();
    }
  }
};
