import type { CallOptions } from '../index';
import { type Doors, ask } from './ask';
import { patiently } from './patience';

/**
 * Does what a link in a mail is for. Repeating it is safe, so a lost answer is asked for again.
 *
 * @throws CampaignActionsError
 */
export const follow = async <Answer extends { data: object }>(
  doors: Doors,
  deed: 'confirm' | 'withdraw' | 'reject',
  token: string,
  { locale = doors.locale, signal }: CallOptions,
): Promise<Answer['data']> => {
  const body = JSON.stringify({ data: { token } });
  const answer = await patiently({ locale, signal }, (insist, patience) =>
    insist(() => ask<Answer>(doors, `/signatures/${deed}`, { body, locale, signal: patience })),
  );
  return answer.data;
};
