import type { CallOptions } from '../index';
import type { Doors } from './ask';
import { noAnswer } from './problem';
import { LONGEST_MS, send } from './send';
import { within } from './wait';

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
  const patience = within(LONGEST_MS, signal, noAnswer(locale ?? 'en', true));
  try {
    const answer = await send<Answer>(doors, `/signatures/${deed}`, {
      ...{ body: JSON.stringify({ data: { token } }), locale },
      ...{ signal: patience.signal, until: Date.now() + LONGEST_MS },
    });
    return answer.data;
  } finally {
    patience.over();
  }
};
