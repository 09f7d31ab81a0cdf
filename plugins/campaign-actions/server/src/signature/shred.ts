import type { Knex } from 'knex';
import { createPolicyStore } from '../action/policy-store';
import { createAuditStore } from '../audit/store';
import { durably } from '../database';
import { createErasureStore } from '../erasure/store';
import { createEpochStore } from '../privacy/epochs';
import { overwriteDeleted, scrubKeys } from '../privacy/scrub';
import { createDataKeyStore } from '../privacy/store';
import { type Held, createShredStore } from './shred-store';

const AT_ONCE = 500;

export interface ShredUses {
  knex: Knex;
  /** Public signatures of an action: what they show lies in clear. */
  deletePublic: (action: string) => Promise<void>;
  today: () => string;
}

/** What `shred` would destroy; null when nobody ever signed the action. */
export const shreddable = async (
  { knex }: Pick<ShredUses, 'knex'>,
  action: string,
): Promise<(Held & { destroyed: boolean }) | null> => {
  const state = await createDataKeyStore(knex).stateOf(action);
  if (state === 'none') return null;
  return { ...(await createShredStore(knex).held(action)), destroyed: state === 'destroyed' };
};

/**
 * Destroys the data keys of one action, and with them what is sealed under them, in every copy of the
 * database that is made from then on. It closes for good; its counter stays. From the first commit on
 * no server stores anything for it; killed behind that, the next run clears away what is left.
 *
 * @param told how many signatures of how many are done
 * @returns whether the destroyed keys are out of the database's own files already (`scrubKeys`)
 */
export const shred = async (
  { knex, deletePublic, today }: ShredUses,
  action: string,
  told: (done: number, all: number) => void,
): Promise<boolean> => {
  await overwriteDeleted(knex);
  const { signatures, submissions } = await createShredStore(knex).held(action);
  const audit = { who: 'command line', deed: 'keys.shred', action } as const;
  await durably(knex, async (trx) => {
    await createEpochStore(trx).begin(action);
    await createDataKeyStore(trx).destroy(action, today());
    await createPolicyStore(trx).closeForGood(action);
    await createErasureStore(trx).noteMissing([
      { id: Buffer.from(action), deed: 'shredded', day: today() },
    ]);
    await createAuditStore(trx).write({ ...audit, details: { signatures, submissions } });
  });
  const scrubbed = await scrubKeys(knex);
  await deletePublic(action);

  const portion = <T>(work: (store: ReturnType<typeof createShredStore>) => Promise<T>) =>
    durably(knex, (trx) => work(createShredStore(trx)));
  while ((await portion((store) => store.erase(action, AT_ONCE))) > 0);
  let done = 0;
  let last: Buffer | undefined = Buffer.alloc(0);
  while (last) {
    const after: Buffer = last;
    const ids = await portion((store) => store.anonymise(action, after, AT_ONCE));
    done += ids.length;
    last = ids.sort((a, b) => a.compare(b)).at(-1);
    if (last) told(done, signatures);
  }
  return scrubbed;
};
