import { type Doors, addressOf, isAnswer } from '../client/ask';
import { noAnswer, problemIn } from '../client/problem';
import { within } from '../client/wait';
import type { Counter } from '../contracts';

const LONGEST_MS = 15_000;

/** A browser keeps answers and asks whether they still hold; elsewhere we do. */
const conditions = (etag: string | null): RequestInit => {
  if (typeof document !== 'undefined') return { cache: 'no-cache' };
  return etag ? { headers: { 'If-None-Match': etag } } : {};
};

/** Asks for one counter again and again; what is answered is null while nothing has changed. */
export const createPoll = (doors: Doors, path: string, locale: string | undefined) => {
  let etag: string | null = null;
  /** @throws CampaignActionsError */
  return async (signal: AbortSignal): Promise<Counter | null> => {
    const asking = within(LONGEST_MS, signal);
    try {
      const response = await doors
        .fetch(addressOf(doors, path, { locale }), {
          ...conditions(etag),
          signal: asking.signal,
        })
        .catch(() => null);
      if (response?.status === 304) return null;
      const body: unknown = await response?.json().catch(() => null);
      if (response && !response.ok) throw problemIn(response, body, locale ?? 'en');
      if (!response || !isAnswer(body)) throw noAnswer(locale ?? 'en');
      etag = response.headers.get('ETag');
      return body.data as Counter;
    } finally {
      asking.over();
    }
  };
};
