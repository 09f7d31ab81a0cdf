import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { Unready } from '../../../contracts/ready';
import { durably, isDurable } from '../database';
import { run } from '../statement';
import { PROBES } from './tables';

/** Some pages, so that a database that must not grow any more is found out. */
const FILLING = 16 * 1024;

/** Writes to the disk as a signature does, and leaves nothing behind. */
export const probeDatabase = (knex: Knex): Promise<Unready[]> =>
  durably(knex, async (trx) => {
    await run(trx, `insert into ${PROBES} (filling) values (?)`, [randomBytes(FILLING)]);
    await run(trx, `delete from ${PROBES}`, []);
    return (await isDurable(trx)) ? [] : ['durability'];
  });

/** No less between two probes, however many ask: each waits for the disk. */
const FRESH_MS = 2000;
/** A load balancer waits about as long. */
const LONGEST_MS = 3000;

const atMost = async (work: Promise<Unready[]>): Promise<Unready[]> => {
  let tooLong: NodeJS.Timeout | undefined;
  const late = new Promise<Unready[]>((resolve) => {
    tooLong = setTimeout(() => resolve(['database']), LONGEST_MS);
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
  probe: () => Promise<Unready[]>,
  clock: () => number = Date.now,
): (() => Promise<Unready[]>) => {
  let running: Promise<Unready[]> | null = null;
  let last: { found: Unready[]; at: number } | null = null;

  const start = (): Promise<Unready[]> => {
    const at = clock();
    running = probe()
      .catch((): Unready[] => ['database'])
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
