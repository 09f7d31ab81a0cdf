import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { createAuditStore } from '../audit/store';
import { durably, forgetOldPages } from '../database';
import { createLeaseStore } from '../lease/store';
import type { Moment, Portion } from './portion';

/** How many of each kind were erased; kinds of which nothing was due are not named. */
export type Erased = Record<string, number>;

export interface RunUses {
  knex: Knex;
  portions: Portion[];
  lease: { name: string; holder: string };
  /** Asked between two transactions. */
  stopped: () => boolean;
}

/** A node that does not come to its next transaction within this time has died. */
export const TURN_SECONDS = 120;
/** Signatures wait for the same database. */
const PAUSE_MS = 20;

class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * Erases what is due, a few rows in each transaction, which also keeps the lease: so two nodes never
 * do it at once, and a run that was killed or stopped is completed by the next.
 *
 * @throws LeaseLost, and what the database threw; what was erased until then is in the audit
 */
export const eraseWhatIsDue = async (uses: RunUses, moment: Moment): Promise<Erased> => {
  const erased: Erased = {};
  try {
    for (const portion of uses.portions) await erasePortion(uses, portion, moment, erased);
  } finally {
    if (Object.keys(erased).length > 0) await conclude(uses, erased);
  }
  return erased;
};

const erasePortion = async (
  { knex, lease: { name, holder }, stopped }: RunUses,
  portion: Portion,
  moment: Moment,
  erased: Erased,
): Promise<void> => {
  if (stopped()) return;
  for await (const erase of portion.due(knex, moment)) {
    const count = await durably(knex, async (trx) => {
      if (!(await createLeaseStore(trx).renew(name, holder, TURN_SECONDS))) throw new LeaseLost();
      return erase(trx);
    });
    if (count > 0) erased[portion.name] = (erased[portion.name] ?? 0) + count;
    if (stopped()) return;
    await sleep(PAUSE_MS);
  }
};

const conclude = async ({ knex }: RunUses, erased: Erased): Promise<void> => {
  await durably(knex, (trx) =>
    createAuditStore(trx).write({
      who: 'retention',
      deed: 'retention.run',
      action: null,
      details: erased,
    }),
  );
  await forgetOldPages(knex);
};
