import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { Unready } from '../../../contracts/ready';
import { type Connection, durably, isDurable } from '../database';
import { minuteBucket } from '../mail/admit';
import { createMailCountStore } from '../mail/count-store';
import { createOutboxStore } from '../outbox/store';
import { run } from '../statement';
import { PROBES } from './tables';

/** Some pages, so that a database that must not grow any more is found out. */
const FILLING = 16 * 1024;

/** What a look at the database has found. */
export interface Found {
  reasons: Unready[];
  mailWaits: boolean;
  /** All mail of this minute or the last has left that may. */
  mailFull: boolean;
}

const AWAY: Found = { reasons: ['database'], mailWaits: false, mailFull: false };

const MINUTE_MS = 60_000;

const isMailFull = async (connection: Connection, mailsPerMinute: number): Promise<boolean> => {
  if (mailsPerMinute === 0) return false;
  const counts = createMailCountStore(connection);
  const now = Date.now();
  for (const minute of [now, now - MINUTE_MS])
    if ((await counts.taken(minuteBucket(new Date(minute)))) >= mailsPerMinute) return true;
  return false;
};

/** Writes to the disk as a signature does, and leaves nothing behind. */
export const probeDatabase = (knex: Knex, mailsPerMinute: number): Promise<Found> =>
  durably(knex, async (trx) => {
    await run(trx, `insert into ${PROBES} (filling) values (?)`, [randomBytes(FILLING)]);
    await run(trx, `delete from ${PROBES}`, []);
    return {
      reasons: (await isDurable(trx)) ? [] : ['durability'],
      mailWaits: await createOutboxStore(trx).isLate(),
      mailFull: await isMailFull(trx, mailsPerMinute),
    };
  });

/** No less between two probes, however many ask: each waits for the disk. */
const FRESH_MS = 2000;
/** A load balancer waits about as long. */
const LONGEST_MS = 3000;

const atMost = async (work: Promise<Found>): Promise<Found> => {
  let tooLong: NodeJS.Timeout | undefined;
  const late = new Promise<Found>((resolve) => {
    tooLong = setTimeout(() => resolve(AWAY), LONGEST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(tooLong);
  }
};

/**
 * Asks a probe now and then, one at a time: one that hangs is not asked again, and counts as failed
 * until it answers.
 */
export const createProbing = (
  probe: () => Promise<Found>,
  clock: () => number = Date.now,
): (() => Promise<Found>) => {
  let running: Promise<Found> | null = null;
  let last: { found: Found; at: number } | null = null;

  const start = (): Promise<Found> => {
    const at = clock();
    running = probe()
      .catch(() => AWAY)
      .then((found) => {
        last = { found, at };
        running = null;
        return found;
      });
    return running;
  };

  return () => {
    if (running) return atMost(running);
    if (last && clock() - last.at < FRESH_MS) return Promise.resolve(last.found);
    return atMost(start());
  };
};
