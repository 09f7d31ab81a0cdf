import type { Knex } from 'knex';
import { durably } from '../database';
import { createOutboxStore } from '../outbox/store';
import type { DayKeys } from '../privacy/day-keys';
import { type Admission, type Asking, type MailCaps, admit, minuteBucket } from './admit';
import { createMailCountStore } from './count-store';

/** How much mail may leave, over all nodes. */
export interface MailGate {
  /** How many more may leave this minute. */
  room(): Promise<number>;
  admit(asking: readonly Asking[]): Promise<Admission[]>;
}

interface GateUses {
  knex: Knex;
  dayKeys: Pick<DayKeys, 'of'>;
  caps: MailCaps;
  clock: () => Date;
  /** Told once in a minute in which all mail has to wait. */
  onFull: () => void;
}

export const openGate: MailGate = {
  room: () => Promise.resolve(Number.POSITIVE_INFINITY),
  admit: (asking) => Promise.resolve(asking.map(() => ({ may: 'leave', domain: null }))),
};

export const createMailGate = ({ knex, dayKeys, caps, clock, onFull }: GateUses): MailGate => {
  let cleanedOn = '';
  let toldIn = '';

  /** Counts of earlier days are of no use to anybody. */
  const forget = async (day: string): Promise<void> => {
    if (cleanedOn === day) return;
    await createMailCountStore(knex).forgetBefore(day);
    cleanedOn = day;
  };

  return {
    async room() {
      if (caps.perMinute === 0) return Number.POSITIVE_INFINITY;
      const bucket = minuteBucket(clock());
      const room = caps.perMinute - (await createMailCountStore(knex).taken(bucket));
      if (room <= 0 && toldIn !== bucket.toString()) {
        toldIn = bucket.toString();
        onFull();
      }
      return Math.max(0, room);
    },
    async admit(asking) {
      if (asking.length === 0) return [];
      const now = clock();
      const day = now.toISOString().slice(0, 10);
      const dayKey = await dayKeys.of(day);
      await forget(day);
      return durably(knex, (trx) => {
        const stores = { counts: createMailCountStore(trx), outbox: createOutboxStore(trx) };
        return admit({ ...stores, caps, dayKey, now }, asking);
      });
    },
  };
};
