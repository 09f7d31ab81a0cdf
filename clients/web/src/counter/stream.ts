import { type Doors, addressOf } from '../client/ask';
import { problemIn } from '../client/problem';
import type { CampaignActionsError } from '../client/error';
import type { Counter } from '../contracts';
import { readEvents } from './events';

/** Longer than a slow phone needs; a proxy that gathers a stream before it passes it on needs for ever. */
const FIRST_EVENT_MS = 5000;
/** The server says something every 20 seconds. */
const LONGEST_SILENCE_MS = 50_000;
const USUAL_RETRY_MS = 3000;

/** How listening went. */
export interface Heard {
  /** Whether a counter came. */
  any: boolean;
  /** Milliseconds after which to come back. */
  retry: number;
  refusal: CampaignActionsError | null;
}

/** Listens until the stream ends, is lost or `signal` ends; never throws. */
export const listen = async (
  doors: Doors,
  path: string,
  locale: string | undefined,
  tell: (counter: Counter) => void,
  signal: AbortSignal,
): Promise<Heard> => {
  const heard: Heard = { any: false, retry: USUAL_RETRY_MS, refusal: null };
  const open = new AbortController();
  const leave = (): void => open.abort();
  let watchdog = setTimeout(leave, FIRST_EVENT_MS);
  signal.addEventListener('abort', leave);
  try {
    const address = addressOf(doors, path, { locale });
    const response = await doors.fetch(address, { signal: open.signal });
    if (!response.ok) heard.refusal = problemIn(response, null, locale ?? 'en');
    else if (response.body)
      await readEvents(response.body, ({ data, retry }) => {
        heard.retry = retry ?? heard.retry;
        heard.any ||= data !== null;
        if (data !== null) tell(JSON.parse(data) as Counter);
        if (!heard.any) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(leave, LONGEST_SILENCE_MS);
      });
  } catch {
    // What was heard until then says how to go on.
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', leave);
    leave();
  }
  return heard;
};
