import { CampaignActionsError, type FieldProblem } from './error';
import { sentence } from './texts';

/** What Strapi itself, or a proxy in front of it, says without a code. */
const CODES: Record<number, string> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not-found',
  408: 'too-slow',
  413: 'too-large',
  429: 'too-often',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldOf = (error: unknown): FieldProblem[] => {
  if (!isRecord(error) || !Array.isArray(error.path)) return [];
  const { path, code, message } = error;
  return [{ path: path.map(String), code: String(code), message: String(message) }];
};

/** No timer takes more than some weeks, and nobody waits for longer than a day. */
const LONGEST_WAIT_SECONDS = 86_400;

/** `Retry-After` is a number of seconds, or a date. */
const secondsUntil = (header: string | null): number | null => {
  if (!header) return null;
  const given = Number(header);
  const seconds = Number.isNaN(given) ? (Date.parse(header) - Date.now()) / 1000 : given;
  if (Number.isNaN(seconds)) return null;
  return Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_WAIT_SECONDS);
};

/** An answer that says no, whoever gave it. */
export const problemIn = (
  { status, headers }: Response,
  body: unknown,
  locale: string,
): CampaignActionsError => {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const details = isRecord(error.details) ? error.details : {};
  const code = typeof details.code === 'string' ? details.code : (CODES[status] ?? 'failed');
  const fields = Array.isArray(details.errors) ? details.errors.flatMap(fieldOf) : [];
  const retryAfter = secondsUntil(headers.get('Retry-After'));
  return new CampaignActionsError(
    sentence(locale, code),
    status,
    code,
    fields,
    retryAfter,
    details,
  );
};

/** `lost`: something was sent, and nobody knows whether it arrived. */
export const noAnswer = (locale: string, lost = false): CampaignActionsError =>
  new CampaignActionsError(sentence(locale, lost ? 'not-sent' : 'no-answer'), 0, 'no-answer');
