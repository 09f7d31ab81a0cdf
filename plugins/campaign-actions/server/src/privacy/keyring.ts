import { createHmac, timingSafeEqual } from 'node:crypto';
import { type OperatorKey, type Purpose, parseOperatorKeys } from './operator-keys';

/** The operator's keys of this process, in the order given. */
export interface Keyring {
  /** Seals, wraps and signs everything new. */
  active: OperatorKey;
  /**
   * Makes email indexes: the oldest key given. A new key is put first, and an index under another
   * key would let everybody who signed before sign once more; moving indexes is a procedure.
   */
  indexing: OperatorKey;
  /** Every key that may still open something; the active one first. */
  all: readonly OperatorKey[];
  byId(id: string): OperatorKey | undefined;
}

/** @throws Error with a sentence for the operator when the list is missing or malformed. */
export const createKeyring = (list: string): Keyring => {
  const { keys, problem } = parseOperatorKeys(list);
  const active = keys?.[0];
  const indexing = keys?.at(-1);
  if (!keys || !active || !indexing)
    throw new Error(problem ?? 'CAMPAIGN_ACTIONS_KEYS is missing.');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return { active, indexing, all: keys, byId: (id) => byId.get(id) };
};

export const hmac = (key: OperatorKey, purpose: Purpose, message: string | Buffer): Buffer =>
  createHmac('sha256', key.derived[purpose]).update(message).digest();

export const equal = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
