import type * as solver from '../challenge/solve';
import type { Challenge, SignAnswer } from '../contracts';
import { trusted } from '../html/trusted';
import type { SignOptions, Signature } from '../index';
import { type Doors, ask } from './ask';
import { CampaignActionsError } from './error';
import { patiently } from './patience';
import { noAnswer } from './problem';
import { unlessEnded } from './wait';

type Solver = typeof solver;

/** Its file may be lost on the way like any answer, and is asked for again; nothing was sent by then. */
const loadSolver = (locale: string | undefined, signal: AbortSignal): Promise<Solver> =>
  unlessEnded(
    signal,
    import('../challenge/solve').catch((cause: unknown) => {
      throw Object.assign(noAnswer(locale ?? 'en'), { cause });
    }),
  );

/** @throws the refusal where this browser cannot solve it */
const solveWith = async (
  { solve }: Solver,
  refusal: CampaignActionsError,
  signal: AbortSignal,
): Promise<string> => {
  try {
    const challenge = refusal.details.challenge as Challenge;
    return await solve(challenge, signal, (url) => trusted()?.createScriptURL(url) ?? url);
  } catch (cause) {
    throw signal.aborted ? signal.reason : Object.assign(refusal, { cause });
  }
};

/** Too old by the time it came, or spent. */
const isStale = ({ code, fields }: CampaignActionsError): boolean =>
  code === 'challenge-used' || fields.some(({ path }) => path[0] === 'challenge');

/**
 * Sends the very same body until there is an answer to it; what the doors take counts once however
 * often it comes.
 *
 * @throws CampaignActionsError
 */
export const sign = (
  doors: Doors,
  id: string,
  signature: Signature,
  { locale = doors.locale, preview, signal: outer, onStep }: SignOptions,
): Promise<SignAnswer['data']> => {
  const path = `/actions/${encodeURIComponent(id)}/signatures`;
  const onWait = (): void => onStep?.('waiting');
  return patiently({ locale, signal: outer, onWait }, async (insist, signal) => {
    let data: Signature = { ...signature, locale: signature.locale ?? locale };
    let solved = 0;
    for (;;) {
      const body = JSON.stringify({ data });
      try {
        const answer = await insist(() => {
          onStep?.('sending');
          return ask<SignAnswer>(doors, path, { query: { preview }, body, locale, signal });
        });
        return answer.data;
      } catch (error) {
        // The second challenge is the last: what is refused with it has another reason.
        if (!(error instanceof CampaignActionsError) || solved === 2) throw error;
        if (error.status === 428) {
          const loaded = await insist(() => {
            onStep?.('solving');
            return loadSolver(locale, signal);
          });
          data = { ...data, challenge: await solveWith(loaded, error, signal) };
          solved += 1;
        } else if (data.challenge && isStale(error)) {
          // Without one, a fresh one is handed out where it is still asked for.
          data = { ...data, challenge: undefined };
        } else throw error;
      }
    }
  });
};
