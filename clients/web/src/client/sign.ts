import type { Challenge, SignAnswer } from '../contracts';
import { trusted } from '../html/trusted';
import type { SignOptions, Signature } from '../index';
import type { Doors } from './ask';
import { CampaignActionsError } from './error';
import { noAnswer } from './problem';
import { LONGEST_MS, send } from './send';
import { within } from './wait';

const solveIt = async (refusal: CampaignActionsError, signal: AbortSignal): Promise<string> => {
  try {
    const { solve } = await import('../challenge/solve');
    const challenge = refusal.details.challenge as Challenge;
    return await solve(challenge, signal, (url) => trusted()?.createScriptURL(url) ?? url);
  } catch {
    throw signal.aborted ? signal.reason : refusal;
  }
};

/** Too old by the time it came, or spent. */
const isStale = ({ code, fields }: CampaignActionsError): boolean =>
  code === 'challenge-used' || fields.some(({ path }) => path[0] === 'challenge');

/** @throws CampaignActionsError */
export const sign = async (
  doors: Doors,
  id: string,
  signature: Signature,
  { locale = doors.locale, preview, signal, onStep }: SignOptions,
): Promise<SignAnswer['data']> => {
  const path = `/actions/${encodeURIComponent(id)}/signatures`;
  const patience = within(LONGEST_MS, signal, noAnswer(locale ?? 'en', true));
  const until = Date.now() + LONGEST_MS;
  let data: Signature = { ...signature, locale: signature.locale ?? locale };
  let solved = 0;
  try {
    for (;;) {
      try {
        const answer = await send<SignAnswer>(doors, path, {
          ...{ query: { preview }, body: JSON.stringify({ data }), locale },
          ...{ signal: patience.signal, until },
          onSend: () => onStep?.('sending'),
          onWait: () => onStep?.('waiting'),
        });
        return answer.data;
      } catch (error) {
        // The second challenge is the last: what is refused with it has another reason.
        if (!(error instanceof CampaignActionsError) || solved === 2) throw error;
        if (error.status === 428) {
          onStep?.('solving');
          data = { ...data, challenge: await solveIt(error, patience.signal) };
          solved += 1;
        } else if (data.challenge && isStale(error)) {
          // Without one, a fresh one is handed out where it is still asked for.
          data = { ...data, challenge: undefined };
        } else throw error;
      }
    }
  } finally {
    patience.over();
  }
};
