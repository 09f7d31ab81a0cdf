import { isRecord, noAnswer, problemIn } from './problem';
import { within } from './wait';

/** Where the plugin's doors are, and how to knock. */
export interface Doors {
  /** Without a slash at its end. */
  baseUrl: string;
  locale: string | undefined;
  fetch: typeof fetch;
}

export interface Asking {
  query?: Record<string, string | undefined>;
  /** JSON; what has one is sent by POST. */
  body?: string;
  /** Of the sentences in errors. */
  locale?: string | undefined;
  signal?: AbortSignal | undefined;
}

const LONGEST_MS = 30_000;

export const addressOf = (
  { baseUrl }: Doors,
  path: string,
  query: Record<string, string | undefined> = {},
): string => {
  const given = Object.entries(query).filter((each): each is [string, string] => each[1] != null);
  return baseUrl + path + (given.length > 0 ? `?${new URLSearchParams(given)}` : '');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whether our doors said it: what a hotel's network answers is something else. */
export const isAnswer = (body: unknown): body is { data: object } =>
  isRecord(body) && typeof body.data === 'object' && body.data !== null;

/**
 * Asks once, for half a minute at most. An answer that was cut off, or is none of ours (the page of a
 * hotel's network), is none.
 *
 * @throws CampaignActionsError; what the signal was ended with
 */
export const ask = async <Answer extends { data: object }>(
  doors: Doors,
  path: string,
  { query, body, signal, locale = doors.locale ?? 'en' }: Asking,
): Promise<Answer> => {
  const headers = { 'Content-Type': 'application/json' };
  const lost = noAnswer(locale, body !== undefined);
  const asking = within(LONGEST_MS, signal);
  let response: Response;
  let answer: unknown;
  try {
    response = await doors.fetch(addressOf(doors, path, query), {
      ...(body === undefined ? {} : { method: 'POST', headers, body }),
      signal: asking.signal,
    });
    answer = parsed(await response.text());
  } catch (cause) {
    // The cause is for developers: a wrong address, a policy that is against it.
    throw signal?.aborted ? signal.reason : Object.assign(lost, { cause });
  } finally {
    asking.over();
  }
  if (!response.ok) throw problemIn(response, answer, locale);
  if (!isAnswer(answer)) throw lost;
  return answer as Answer;
};
