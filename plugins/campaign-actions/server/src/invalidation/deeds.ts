import type { Knex } from 'knex';
import type {
  Conditions,
  Invalidation,
  InvalidationShown,
} from '../../../contracts/panel-invalidations';
import { type AuditEntry, createAuditStore } from '../audit/store';
import { createLedgerStore } from '../counter/store';
import { durably } from '../database';
import { Problem } from '../http/problems';
import { freshBytes } from '../privacy/random';
import type { Vault } from '../privacy/vault';
import { conditionsOf } from './go-on';
import { type InvalidationRow, createInvalidationStore } from './store';

export interface InvalidationUses {
  knex: Knex;
  vault: Pick<Vault, 'of' | 'openOrWhy'>;
}

interface Which {
  /** documentId of the action. */
  action: string;
  id: Buffer;
  /** As the audit shall name them. */
  who: string;
}

const SAMPLE = 10;

/**
 * Begins to look for what the conditions mean; nothing changes by it. The audit keeps who looked and why:
 * how many it finds may say whether one person signed.
 */
export const look = async (
  { knex, vault }: InvalidationUses,
  asked: { action: string; who: string; summary: string; conditions: Conditions },
): Promise<Buffer> => {
  const { action, who, summary, conditions } = asked;
  const id = freshBytes(16);
  const sealed = (await vault.of(action)).seal(id, conditions);
  const of = (await createLedgerStore(knex).read(action)).signatures;
  await durably(knex, async (trx) => {
    await createInvalidationStore(trx).add({ id, action, who, summary, sealed, of });
    const details = { invalidation: id.toString('hex'), summary };
    await createAuditStore(trx).write({ who, deed: 'signatures.look', action, details });
  });
  return id;
};

/**
 * @param count what was found, as whoever starts it has seen it
 * @throws Problem 404, 409
 */
export const start = (uses: InvalidationUses, which: Which, count: number): Promise<void> =>
  step(uses, which, ['looked'], async (trx, job) => {
    if (job.count !== count) throw new Problem('invalidation-changed');
    await createInvalidationStore(trx).change(job.id, { state: 'running', who: which.who });
    return {
      deed: 'signatures.invalidate',
      details: { summary: job.summary, count, of: job.of },
    };
  });

/** What is set aside by then stays so until it is undone. @throws Problem 404, 409 */
export const cancel = (uses: InvalidationUses, which: Which): Promise<void> =>
  step(uses, which, ['looking', 'looked', 'running'], async (trx, job) => {
    await createInvalidationStore(trx).change(job.id, { state: 'cancelled', cursor: null });
    return { deed: 'signatures.invalidate.cancel', details: { invalidated: job.invalidated } };
  });

/** All that it set aside counts again. @throws Problem 404, 409 */
export const undo = (uses: InvalidationUses, which: Which): Promise<void> =>
  step(uses, which, ['done', 'cancelled'], async (trx, job) => {
    await createInvalidationStore(trx).change(job.id, {
      state: 'undoing',
      who: which.who,
      left: 0,
      cursor: null,
    });
    return { deed: 'signatures.undo', details: { invalidated: job.invalidated } };
  });

/** From one state to the next, with its line in the audit. */
const step = (
  { knex }: InvalidationUses,
  { action, id, who }: Which,
  from: InvalidationRow['state'][],
  change: (
    trx: Knex.Transaction,
    job: InvalidationRow,
  ) => Promise<Pick<AuditEntry, 'deed' | 'details'>>,
): Promise<void> =>
  durably(knex, async (trx) => {
    const job = await createInvalidationStore(trx).lock(id);
    if (job?.action !== action) throw new Problem('not-found');
    if (!from.includes(job.state)) throw new Problem('invalidation-changed');
    const { deed, details } = await change(trx, job);
    await createAuditStore(trx).write({
      who,
      deed,
      action,
      details: { invalidation: id.toString('hex'), ...details },
    });
  });

const shapeOf = async (
  vault: Pick<Vault, 'openOrWhy'>,
  row: InvalidationRow,
): Promise<Invalidation> => {
  const { state, who, summary, of, looked, count, unreadable, invalidated, restored, left } = row;
  return {
    id: row.id.toString('hex'),
    state,
    who,
    at: new Date(row.at).toISOString(),
    summary,
    conditions: await conditionsOf(vault, row),
    looked,
    of,
    count,
    days: JSON.parse(row.days) as Record<string, number>,
    unreadable,
    invalidated,
    restored,
    left,
  };
};

/** Newest first. */
export const list = async (
  { knex, vault }: InvalidationUses,
  action: string,
): Promise<Invalidation[]> =>
  Promise.all((await createInvalidationStore(knex).list(action)).map((row) => shapeOf(vault, row)));

/** @throws Problem 404 */
export const show = async (
  { knex, vault }: InvalidationUses,
  { action, id }: Omit<Which, 'who'>,
): Promise<InvalidationShown> => {
  const store = createInvalidationStore(knex);
  const job = await store.read(id);
  if (job?.action !== action) throw new Problem('not-found');
  const sample = await store.sample(id, SAMPLE);
  return {
    ...(await shapeOf(vault, job)),
    sample: sample.map((each) => ({ ...each, id: each.id.toString('hex') })),
  };
};
