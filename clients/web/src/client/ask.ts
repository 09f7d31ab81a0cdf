import { noAnswer, problemIn } from './problem';

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

/**
 * Asks once. An answer that was cut off, or is no JSON (the page of a hotel's network), is none.
 *
 * @throws CampaignActionsError; what the signal was ended with
 */
export const ask = async <Answer>(
  doors: Doors,
  path: string,
  { query, body, signal, locale = doors.locale ?? 'en' }: Asking,
): Promise<Answer> => {
  const headers = { 'Content-Type': 'application/json' };
  const init: RequestInit = body === undefined ? {} : { method: 'POST', headers, body };
  if (signal) init.signal = signal;
  let response: Response;
  let answer: unknown;
  try {
    response = await doors.fetch(addressOf(doors, path, query), init);
    answer = parsed(await response.text());
  } catch (cause) {
    // The cause is for developers: a wrong address, a policy that is against it.
    throw signal?.aborted
      ? signal.reason
      : Object.assign(noAnswer(locale, body !== undefined), { cause });
  }
  if (!response.ok) throw problemIn(response, answer, locale);
  if (answer === undefined) throw noAnswer(locale, body !== undefined);
  return answer as Answer;
};
