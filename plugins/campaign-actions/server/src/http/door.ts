import type { Core } from '@strapi/strapi';
import type { Soon } from '../fresh';
import type { BodyKind, FormFields } from './body';
import { Problem } from './problems';
import { type LongReply, type Reply, problemReply } from './reply';

/** A request at a public door, whichever way it came: what a door may know of it, and no more. */
export interface PublicRequest {
  /** The documentId or slug in the path; empty where the path has none. */
  id: string;
  query: URLSearchParams;
  /** The body of a POST. */
  json: unknown;
  /** The body of a POST at a door that takes forms. */
  form: FormFields;
  /** The languages that the browser asks for, as it says them. */
  languages: string;
  /**
   * Who asks, as far as the operator's proxies can be believed; null where they cannot. Found out
   * when a door wants to know it, which most do not.
   */
  address: () => string | null;
  /** Whether a server sent it that may name its visitors, and named this one. */
  onBehalf: boolean;
}

/** One public door. Answered early or by its route, it gives the same reply. */
export interface Door {
  method: 'GET' | 'POST';
  /** Behind the API's base: `/actions/:id/counter`. */
  path: string;
  /** The public role's permission that it needs; none: it is open to all. */
  grant?: string;
  /** What the body of a POST is; JSON unless it says so. */
  takes?: BodyKind;
  answer(request: PublicRequest): Reply | LongReply | Promise<Reply | LongReply>;
  /** How it says no before it was asked: to a body that cannot be read. Else with Strapi's own body. */
  refuse?: (problem: Problem, request: Unread) => Promise<Reply>;
}

/** What is known of a request whose body is not. */
export type Unread = Pick<PublicRequest, 'query' | 'languages'>;

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
export const problemOf = (strapi: Core.Strapi, error: unknown): Problem => {
  if (error instanceof Problem) return error;
  strapi.log.error(`[campaign-actions] ${fingerprint(error)}`);
  return new Problem('unavailable', [], RETRY_SECONDS);
};

/** How a door answers what went wrong. */
export const replyTo = (
  strapi: Core.Strapi,
  error: unknown,
  { refuse }: Pick<Door, 'refuse'>,
  request: Unread,
): Soon<Reply> => {
  const problem = problemOf(strapi, error);
  if (!refuse) return problemReply(problem);
  return refuse(problem, request).catch((again: unknown) => problemReply(problemOf(strapi, again)));
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
