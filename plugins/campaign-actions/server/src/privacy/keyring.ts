import { createHmac, timingSafeEqual } from 'node:crypto';
import { type OperatorKey, type Purpose, parseOperatorKeys } from './operator-keys';

/** The operator's keys of this process, in the order given. */
export interface Keyring {
  /** Wraps and signs everything new, and makes the email indexes of actions that are new to it. */
  active: OperatorKey;
  /** Every key that something may still be under; the active one first. */
  all: readonly OperatorKey[];
  byId(id: string): OperatorKey | undefined;
}

/** @throws Error with a sentence for the operator when the list is missing or malformed. */
export const createKeyring = (list: string): Keyring => {
  const { keys, problem } = parseOperatorKeys(list);
  const active = keys?.[0];
  if (!keys || !active) throw new Error(problem ?? 'CAMPAIGN_ACTIONS_KEYS is missing.');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return { active, all: keys, byId: (id) => byId.get(id) };
};

export const hmac = (key: OperatorKey, purpose: Purpose, message: string | Buffer): Buffer =>
  createHmac('sha256', key.derived[purpose]).update(message).digest();

export const equal = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
