import type { Knex } from 'knex';
import { createAuditStore } from '../audit/store';
import { durably, faultOf, forgetOldPages } from '../database';
import type { ErasureJournal } from '../erasure/journal';
import { createErasureStore } from '../erasure/store';
import { createEraseStore } from '../signature/erase-store';
import { dayOf } from '../signature/sign';
import type { FindUses, Found, InAction } from './find';
import { createPersonStore } from './store';

export interface EraseUses extends FindUses {
  journal: Pick<ErasureJournal, 'flush'>;
  now: Date;
}

const MOST_TRIES = 4;

/**
 * Erases what was found about a person, action by action: signatures go on counting and name nobody,
 * everything else of them is deleted, and mail that waits is not sent. That an address asked to be left
 * in peace stays, for else it would be mailed again.
 *
 * @param who as the audit shall name whoever erases; it never learns whom
 */
export const erase = async (uses: EraseUses, found: Found, who: string): Promise<void> => {
  for (const inAction of found.actions) await patiently(() => eraseIn(uses, inAction, who));
  await finish(uses);
};

/** What follows the last commit. @throws what the file system threw, when the journal cannot be written */
export const finish = async ({
  knex,
  journal,
}: Pick<EraseUses, 'knex' | 'journal'>): Promise<void> => {
  await journal.flush();
  await forgetOldPages(knex);
};

/** Begins anew when another transaction came in between. */
const patiently = async (deed: () => Promise<void>, tries = 1): Promise<void> => {
  try {
    await deed();
  } catch (error) {
    if (faultOf(error) !== 'conflict' || tries >= MOST_TRIES) throw error;
    await patiently(deed, tries + 1);
  }
};

const uniqueIds = (ids: Buffer[]): Buffer[] => [
  ...new Map(ids.map((id) => [id.toString('hex'), id])).values(),
];

const eraseIn = async (uses: EraseUses, inAction: InAction, who: string): Promise<void> => {
  const { action } = inAction.policy;
  const submitted = inAction.submissions.map(({ row }) => row.id);
  await durably(uses.knex, async (trx) => {
    const erasing = createEraseStore(trx);
    const submissions = await erasing.removeSubmissions(submitted);
    const signed = await signedIn(trx, inAction);
    const signatures = await erasing.anonymise(signed);
    const ids = uniqueIds([...submitted, ...signed]);
    await erasing.removeMail(ids);
    await createPersonStore(trx).removeMails(inAction.mailSeqs);
    if (submissions + signatures === 0) return;
    await createErasureStore(trx).note(
      ids.map((id) => ({ id, deed: 'erased', day: dayOf(uses.now) })),
    );
    await createAuditStore(trx).write({
      who,
      deed: 'person.erase',
      action,
      details: { signatures, submissions },
    });
  });
};

/** A submission that was found may have been confirmed since. */
const signedIn = async (
  trx: Knex.Transaction,
  { policy, address, signatures }: InAction,
): Promise<Buffer[]> => {
  const now = await createPersonStore(trx).signatures(policy.action, address);
  return uniqueIds([...signatures.map(({ row }) => row.id), ...now.map(({ id }) => id)]);
};
