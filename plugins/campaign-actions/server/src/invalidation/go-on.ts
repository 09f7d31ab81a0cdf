import type { Knex } from 'knex';
import { conditions } from '../../../contracts/panel-invalidations';
import { createAuditStore } from '../audit/store';
import { createLedgerStore } from '../counter/store';
import { durably } from '../database';
import { createLeaseStore } from '../lease/store';
import type { Vault } from '../privacy/vault';
import type { Networks } from './conditions';
import { lookOn, networksAsked } from './look';
import { createInvalidatingStore } from './register-store';
import { type InvalidationRow, createInvalidationStore } from './store';

export interface GoOnUses {
  knex: Knex;
  vault: Pick<Vault, 'openOrWhy'>;
  lease: { name: string; holder: string; seconds: number };
  /** Of the look that is under way: found out once. */
  networks: Map<string, Networks>;
}

/** Another node goes on with it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

const AT_ONCE = 250;

/**
 * Does the next portion of an invalidation, in one transaction that also keeps the lease. Killed
 * anywhere, the next to come goes on behind the last portion that was committed.
 *
 * @throws LeaseLost
 */
export const goOn = (uses: GoOnUses, job: InvalidationRow): Promise<void> =>
  job.state === 'looking' ? goOnLooking(uses, job) : goOnChanging(uses, job);

/** Works on the invalidation as it is now, unless somebody cancelled it meanwhile. */
const within = (
  { knex, lease: { name, holder, seconds } }: GoOnUses,
  { id, state }: InvalidationRow,
  work: (trx: Knex.Transaction, job: InvalidationRow) => Promise<void>,
): Promise<void> =>
  durably(knex, async (trx) => {
    if (!(await createLeaseStore(trx).renew(name, holder, seconds))) throw new LeaseLost();
    const job = await createInvalidationStore(trx).lock(id);
    if (job?.state === state) await work(trx, job);
  });

const goOnLooking = async (uses: GoOnUses, job: InvalidationRow): Promise<void> => {
  const { knex, vault, networks } = uses;
  const asked = await conditionsOf(vault, job);
  if (!asked) {
    // Nobody knows what was looked for.
    return within(uses, job, (trx) =>
      createInvalidationStore(trx).change(job.id, { state: 'cancelled' }),
    );
  }
  const lookUses = { vault, register: createInvalidatingStore(knex) };
  const key = job.id.toString('hex');
  const known = networks.get(key) ?? (await networksAsked(lookUses, job.action, asked));
  networks.clear();
  networks.set(key, known);
  const seen = await lookOn(
    lookUses,
    job.action,
    { conditions: asked, networks: known },
    job.cursor,
  );
  await within(uses, job, async (trx, { id, looked, count, unreadable, days, of }) => {
    const store = createInvalidationStore(trx);
    await store.addMeant(
      id,
      seen.meant.map((row) => row.id),
    );
    await store.change(id, {
      looked: looked + seen.looked,
      // Signatures arrive while we look.
      of: seen.cursor ? Math.max(of, looked + seen.looked) : looked + seen.looked,
      unreadable: unreadable + seen.unreadable,
      count: count + seen.meant.length,
      days: JSON.stringify(countDays(days, seen.meant)),
      cursor: seen.cursor,
      ...(seen.cursor ? {} : { state: 'looked' }),
    });
  });
};

/** Null when they were forgotten, or cannot be opened. */
export const conditionsOf = async (
  vault: Pick<Vault, 'openOrWhy'>,
  { action, id, sealed }: InvalidationRow,
) => {
  const opened = sealed && (await vault.openOrWhy(action, id, sealed)).opened;
  return conditions.safeParse(opened).data ?? null;
};

const countDays = (before: string, rows: { day: string }[]): Record<string, number> => {
  const days = JSON.parse(before) as Record<string, number>;
  for (const { day } of rows) days[day] = (days[day] ?? 0) + 1;
  return days;
};

/** Sets aside, or counts again; the ledger moves by the signatures that really changed. */
const goOnChanging = (uses: GoOnUses, each: InvalidationRow): Promise<void> =>
  within(uses, each, async (trx, job) => {
    const { id, action, cursor, state } = job;
    const isUndoing = state === 'undoing';
    const store = createInvalidationStore(trx);
    const ids = await store.meant(id, cursor, isUndoing, AT_ONCE);
    const register = createInvalidatingStore(trx);
    const changed = await (isUndoing ? register.restore(ids) : register.invalidate(ids));
    await store.markMeant(id, changed, !isUndoing);
    const last = ids.length === AT_ONCE ? ids.at(-1) : undefined;
    const now = {
      invalidated: job.invalidated + (isUndoing ? 0 : changed.length),
      restored: job.restored + (isUndoing ? changed.length : 0),
      left: job.left + ids.length - changed.length,
    };
    await store.change(id, {
      ...now,
      cursor: last ?? null,
      ...(last ? {} : { state: isUndoing ? 'undone' : 'done' }),
    });
    if (!last) await concluded(trx, job, now);
    if (changed.length > 0)
      await createLedgerStore(trx).move(action, isUndoing ? changed.length : -changed.length);
  });

const concluded = (
  trx: Knex.Transaction,
  { who, action, id, state }: InvalidationRow,
  numbers: Pick<InvalidationRow, 'invalidated' | 'restored' | 'left'>,
): Promise<void> =>
  createAuditStore(trx).write({
    who,
    deed: state === 'undoing' ? 'signatures.undone' : 'signatures.invalidated',
    action,
    details: { invalidation: id.toString('hex'), ...numbers },
  });
