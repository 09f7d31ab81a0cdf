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
  /** Whether a counter came, and could be read. */
  any: boolean;
  /** Milliseconds after which to come back. */
  retry: number;
  refusal: CampaignActionsError | null;
}

/** As a browser asks for its own: nothing on the way keeps it, and a proxy knows what it is. */
const asked = (signal: AbortSignal): RequestInit => ({
  ...(typeof document === 'undefined' ? {} : { cache: 'no-store' }),
  headers: { Accept: 'text/event-stream' },
  signal,
});

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
  const alive = (): void => {
    if (!heard.any) return;
    clearTimeout(watchdog);
    watchdog = setTimeout(leave, LONGEST_SILENCE_MS);
  };
  signal.addEventListener('abort', leave);
  try {
    const response = await doors.fetch(addressOf(doors, path, { locale }), asked(open.signal));
    if (!response.ok) heard.refusal = problemIn(response, null, locale ?? 'en');
    else if (response.body)
      await readEvents(
        response.body,
        ({ name, data, retry }) => {
          heard.retry = retry ?? heard.retry;
          if (name !== 'counter' || data === null) return;
          tell(JSON.parse(data) as Counter);
          heard.any = true;
        },
        alive,
      );
  } catch {
    // What was heard until then says how to go on.
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', leave);
    leave();
  }
  return heard;
};
