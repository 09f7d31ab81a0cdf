import type { Policy } from '../action/policy';
import { Problem, fieldError } from '../http/problems';
import type { Challenges, Payment } from './challenge';
import type { Limits } from './limits';
import type { Lists } from './lists';
import { type Prefixes, prefixesOf } from './prefix';

export interface GuardUses {
  lists: Lists;
  limits: Limits;
  /** Null where the operator switched them off. */
  challenges: Challenges | null;
}

export interface Asking {
  policy: Pick<Policy, 'action' | 'challenge'>;
  /** Null where nobody knows who asks: see `clientAddress`. */
  address: string | null;
  /** The solved challenge that came with it. */
  challenge: string | null;
  /** Whether whoever asks could solve one: a page without JavaScript cannot. */
  canSolve: boolean;
  json: unknown;
}

export interface Passed {
  /** The networks that it came from, where they are known. */
  from: Prefixes | null;
  payment: Payment | null;
  /** How many came from there within the hour, this one included; 0 where nobody counts. */
  lastHour: number;
  /** A challenge was due from somebody who cannot solve one: to be looked at by an editor. */
  unpaid: boolean;
}

/**
 * Who may sign, and how often. In this order, the cheapest first: the operator's lists, the limits of
 * the network, the challenge. Only what is well formed is counted, and what is asked for a challenge
 * is not.
 *
 * @throws Problem 400, 403, 428, 429
 */
export const pass = async (
  { lists, limits, challenges }: GuardUses,
  { policy, address, challenge, canSolve, json }: Asking,
): Promise<Passed> => {
  if (address !== null && lists.isBlocked(address)) throw new Problem('address-blocked');
  const from = address === null ? null : prefixesOf(address);
  if (address !== null && lists.isAllowed(address))
    return { from, payment: null, lastHour: 0, unpaid: false };

  const { action } = policy;
  const { busy, waitSeconds, lastHour } = await limits.count(action, from);
  if (waitSeconds !== null) throw new Problem('too-often', [], waitSeconds);

  const free = { from, payment: null, lastHour, unpaid: false };
  if (challenges === null) return free;
  if (challenge === null) {
    const isDue = policy.challenge === 'always' || (policy.challenge === 'when-busy' && busy);
    if (!isDue) return free;
    if (!canSolve) return { ...free, unpaid: true };
    await limits.discount(action, from);
    throw new Problem('challenge-due', [], null, {
      challenge: await makeChallenge({ limits, challenges }, action, from),
    });
  }
  const payment = await challenges.check(action, challenge, json);
  if (!payment) throw new Problem('invalid', [fieldError(['challenge'], 'not-solved')]);
  return { ...free, payment };
};

/** @throws Problem 429 */
export const makeChallenge = async (
  { limits, challenges }: { limits: Limits; challenges: Challenges },
  action: string,
  from: Prefixes | null,
): Promise<object> => {
  const { waitSeconds } = await limits.countChallenge(from);
  if (waitSeconds !== null) throw new Problem('too-often', [], waitSeconds);
  return challenges.make(action);
};
