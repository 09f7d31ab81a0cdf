import type { Action } from '../contracts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export type FormState = 'scheduled' | 'open' | 'closed';

/** Whether an action can be taken now. A cached page may be old: times go before what it said. */
export const stateOf = (
  { opensAt, closesAt, counter }: Pick<Action, 'opensAt' | 'closesAt' | 'counter'>,
  now: number,
): FormState => {
  if (closesAt !== null && Date.parse(closesAt) <= now) return 'closed';
  if (opensAt !== null && Date.parse(opensAt) > now) return 'scheduled';
  return counter?.state === 'closed' ? 'closed' : 'open';
};

/** Looks again when it opens, or after the longest time that a timer takes. */
export const whenOpen = (
  { opensAt }: Pick<Action, 'opensAt'>,
  look: () => void,
  leaving: AbortSignal,
): void => {
  const wait = Date.parse(opensAt ?? '') - Date.now();
  const timer = setTimeout(look, Math.min(wait + 1, LONGEST_TIMER_MS));
  leaving.addEventListener('abort', () => clearTimeout(timer));
};
