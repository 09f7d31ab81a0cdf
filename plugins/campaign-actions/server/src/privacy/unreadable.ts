import { DataKeyMissing, KeyMissing, Shredded, WrongKey } from './data-keys';
import { CannotOpen } from './seal';

/**
 * Why something sealed cannot be read. An operator's key may come back; what was altered, or what
 * has lost its data key, opens never again.
 */
export type Unreadable =
  | { why: 'key-missing' | 'key-wrong'; keyId: string }
  | { why: 'altered' | 'data-key-missing' | 'shredded'; keyId: null };

/** Null for an error that has nothing to do with keys. */
export const unreadable = (error: unknown): Unreadable | null => {
  if (error instanceof KeyMissing) return { why: 'key-missing', keyId: error.code };
  if (error instanceof WrongKey) return { why: 'key-wrong', keyId: error.code };
  if (error instanceof CannotOpen) return { why: 'altered', keyId: null };
  if (error instanceof DataKeyMissing) return { why: 'data-key-missing', keyId: null };
  if (error instanceof Shredded) return { why: 'shredded', keyId: null };
  return null;
};

/** For exports and lists, in place of a person. */
export const unreadableText = ({ why, keyId }: Unreadable): string => {
  switch (why) {
    case 'key-missing':
      return `unavailable (key ${keyId} missing)`;
    case 'key-wrong':
      return `unavailable (key ${keyId} is another one)`;
    case 'data-key-missing':
      return 'unavailable (its data key is missing)';
    case 'shredded':
      return 'destroyed';
    case 'altered':
      return 'altered';
  }
};
