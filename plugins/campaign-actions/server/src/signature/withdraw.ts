import type { Rejected, Withdrawn } from '../../../contracts/signing';
import type { ErasureJournal } from '../erasure/journal';
import type { Answer } from '../http/reply';
import type { Vault } from '../privacy/vault';
import { type LinkUses, readLink } from './confirm';
import type { Books } from './books';
import { emailOf } from './person';
import type { SealedRow } from './quarantine';
import type { Suppression } from '../privacy/vault';
import { counts, type RegisterRow, type SubmissionRow } from './rows';
import { dayOf } from './sign';
import { isTest } from './test-signature';

export interface TakeBackUses extends LinkUses {
  journal: Pick<ErasureJournal, 'wake'>;
}

/** The last statement of a transaction: everybody waits for the ledger's row. */
const uncount = async ({ ledger }: Books, row: RegisterRow | null): Promise<void> => {
  if (row && counts(row.state)) await ledger.move(row.action, -1);
};

/**
 * The supporter takes the signature back; they may sign again. Repeatable: a genuine token whose row
 * is gone is answered the same.
 *
 * @throws Problem 400, 410, 503
 */
export const withdraw = async (
  { vault, books, journal, clock }: TakeBackUses,
  json: unknown,
): Promise<Answer> => {
  const id = readLink(vault, 'withdraw', json);
  await books.durably(async (inside) => {
    await inside.publicSignatures.removeOf([id]);
    const row = await inside.register.remove(id);
    if (!row) return;
    await inside.audit.bySupporter('signature.withdraw', row.action);
    await inside.erasures.note([{ id, deed: 'withdrawn', day: dayOf(clock()) }]);
    await uncount(inside, row);
  });
  journal.wake();
  const body: Withdrawn = { data: { status: 'withdrawn' } };
  return { status: 200, body };
};

/**
 * "This was not me." Touches only the row of this very mail: before confirming its sealed data are
 * destroyed, after confirming it is as withdrawn. Either way the address is not mailed again for
 * this action.
 *
 * @throws Problem 400, 410, 503
 */
export const reject = async (uses: TakeBackUses, json: unknown): Promise<Answer> => {
  const { vault, books, journal, quarantine, clock } = uses;
  const open: OpenSignature = (row) => quarantine.open('register', row);
  const id = readLink(vault, 'reject', json);
  const [submission, signature] = await Promise.all([
    books.submissions.read(id),
    books.register.read(id),
  ]);
  const body: Rejected = { data: { status: 'rejected' } };
  if (submission && isTest(submission)) {
    // Whoever tries this link out wants to go on getting mail.
    await books.submissions.reject(id);
    return { status: 200, body };
  }
  const today = dayOf(clock());
  const action = submission?.action ?? signature?.action;
  const suppression = await suppressionOf(vault, open, { submission, signature });
  await books.durably(async (inside) => {
    const rejected = await inside.submissions.reject(id);
    await inside.publicSignatures.removeOf([id]);
    const row = await inside.register.remove(id);
    if (action && suppression) await inside.suppressions.add(action, suppression, today);
    if (action && (rejected || row)) {
      await inside.audit.bySupporter('signature.reject', action);
      await inside.erasures.note([{ id, deed: 'rejected', day: today }]);
    }
    await uncount(inside, row);
  });
  journal.wake();
  return { status: 200, body };
};

/** As the submission has it, from when it was sent. */
export const keptIn = (submission: SubmissionRow | null): Suppression | null => {
  if (!submission) return null;
  const { suppression: hash, suppression_key: keyId, suppression_table: table } = submission;
  return hash && keyId ? { hash, keyId, table } : null;
};

/** What is sealed in a signature; null when it does not open. */
export type OpenSignature = (row: SealedRow) => Promise<unknown>;

/**
 * The signature's own, by the key and table of now: what its submission kept may be by others, since
 * what is confirmed is not moved with the index, and it is gone after a while.
 */
export const suppressionOf = async (
  vault: Vault,
  open: OpenSignature,
  { submission, signature }: { submission: SubmissionRow | null; signature: RegisterRow | null },
): Promise<Suppression | null> => {
  if (!signature?.sealed) return keptIn(submission);
  const { id, action, sealed } = signature;
  const person = await open({ id, action, sealed });
  // What cannot be read is deleted all the same.
  if (person === null) return keptIn(submission);
  return (await vault.of(action)).suppressions(emailOf(person))[0];
};
