import { createHmac, randomBytes } from 'node:crypto';
import type { Soon } from '../fresh';
import { unwrap, wrap } from './data-keys';
import type { Keyring } from './keyring';
import type { DataKeyStore } from './store';

/**
 * A random key for each UTC day, under which client and mail addresses are compared within that day.
 * It is destroyed after a while, and unlike the operator's keys nobody can make it again: else four
 * thousand million addresses could be tried.
 */
export interface DayKeys {
  /** @param day `YYYY-MM-DD` */
  of(day: string): Soon<DayKey>;
  /** Destroys those of earlier days; answers how many. */
  destroyBefore(day: string): Promise<number>;
}

export interface DayKey {
  hmac(message: string): Buffer;
}

/** Where they stand among the data keys: no action has this documentId. */
export const DAY = 'day';
const MOST_OPEN = 3;

/** The day as a data key's version: 20261122. */
const versionOf = (day: string): number => Number(day.replaceAll('-', ''));

export const createDayKeys = (
  store: Pick<DataKeyStore, 'insertOrRead' | 'removeBefore'>,
  keyring: Keyring,
): DayKeys => {
  const { active } = keyring;
  const opened = new Map<string, DayKey>();

  const make = async (day: string): Promise<DayKey> => {
    const version = versionOf(day);
    const wrapped = wrap(active, DAY, version, randomBytes(32));
    const stored = await store.insertOrRead(
      { action: DAY, version, keyId: active.id, index: null, wrapped },
      day,
    );
    const key = unwrap(keyring, stored);
    const dayKey = {
      hmac: (message: string) => createHmac('sha256', key).update(message).digest(),
    };
    const [oldest] = [...opened.keys()].sort();
    if (opened.size >= MOST_OPEN && oldest) opened.delete(oldest);
    opened.set(day, dayKey);
    return dayKey;
  };

  return {
    of: (day) => opened.get(day) ?? make(day),
    async destroyBefore(day) {
      for (const known of opened.keys()) if (known < day) opened.delete(known);
      return store.removeBefore(DAY, versionOf(day));
    },
  };
};
