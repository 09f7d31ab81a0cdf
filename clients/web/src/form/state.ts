import type { Action } from '../contracts';

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
