import type { Core } from '@strapi/strapi';
import { Problem } from './problems';
import { type LongReply, type Reply, problemReply } from './reply';

/** A request at a public door, whichever way it came: what a door may know of it, and no more. */
export interface PublicRequest {
  /** The documentId or slug in the path; empty where the path has none. */
  id: string;
  query: URLSearchParams;
  /** The body of a POST. */
  json: unknown;
  /**
   * Who asks, as far as the operator's proxies can be believed; null where they cannot. Found out
   * when a door wants to know it, which most do not.
   */
  address: () => string | null;
}

/** One public door. Answered early or by its route, it gives the same reply. */
export interface Door {
  method: 'GET' | 'POST';
  /** Behind the API's base: `/actions/:id/counter`. */
  path: string;
  /** The public role's permission that it needs; none: it is open to all. */
  grant?: string;
  answer(request: PublicRequest): Reply | LongReply | Promise<Reply | LongReply>;
}

/** The one query key that holds a token: a website is led to a draft by an address alone. */
export const PREVIEW = 'preview';

const RETRY_SECONDS = 5;

/** The locale that a request asks for; anything but one plain name asks for none. */
export const askedLocale = (query: URLSearchParams): string | null => {
  const locale = query.get('locale');
  return locale !== null && /^[A-Za-z\d-]{1,35}$/.test(locale) ? locale : null;
};

/**
 * Whatever goes wrong unexpectedly is 503 with a time to try again, and the log learns its class
 * alone: messages can hold what was sent.
 */
export const replyTo = (strapi: Core.Strapi, error: unknown): Reply => {
  if (error instanceof Problem) return problemReply(error);
  strapi.log.error(`[campaign-actions] ${fingerprint(error)}`);
  return problemReply(new Problem('unavailable', [], RETRY_SECONDS));
};

/** Class, driver code and the place in our own code: enough to find it, nothing that was sent. */
export const fingerprint = (error: unknown): string => {
  if (!(error instanceof Error)) return 'an unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place =
    error.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? '';
  return `${error.name}${code} ${place}`;
};
