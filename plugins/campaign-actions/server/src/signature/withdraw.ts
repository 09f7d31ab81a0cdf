import type { Answer } from '../http/answering';
import type { LinkUses } from './confirm';
import { readLink } from './confirm';
import type { Books } from './books';
import { emailOf } from './person';
import { counts, type RegisterRow } from './rows';
import { dayOf } from './sign';

/** Takes a row out of the register, and out of the count if it was in it. */
const removeFromRegister = async (
  { register, ledger }: Books,
  id: Buffer,
): Promise<RegisterRow | null> => {
  const row = await register.remove(id);
  if (row && counts(row.state)) await ledger.move(row.action, -1);
  return row;
};

/**
 * The supporter takes the signature back; they may sign again. Repeatable: a genuine token whose row
 * is gone is answered the same.
 *
 * @throws Problem 400, 410, 503
 */
export const withdraw = async ({ vault, books }: LinkUses, json: unknown): Promise<Answer> => {
  const id = readLink(vault, 'withdraw', json);
  await books.durably(async (inside) => {
    const row = await removeFromRegister(inside, id);
    if (!row) return;
    await inside.audit.write({
      who: 'supporter',
      deed: 'signature.withdraw',
      action: row.action,
      details: {},
    });
  });
  return { status: 200, body: { data: { status: 'withdrawn' } } };
};

/**
 * "This was not me." Touches only the row of this very mail: before confirming its sealed data are
 * destroyed, after confirming it is as withdrawn. Either way the address is not mailed again for
 * this action.
 *
 * @throws Problem 400, 410, 503
 */
export const reject = async ({ vault, books, clock }: LinkUses, json: unknown): Promise<Answer> => {
  const id = readLink(vault, 'reject', json);
  const [submission, signature] = await Promise.all([
    books.submissions.read(id),
    books.register.read(id),
  ]);
  const action = submission?.action ?? signature?.action;
  const suppression = submission?.suppression ?? (await suppressionOf(vault, signature));
  await books.durably(async (inside) => {
    const rejected = await inside.submissions.reject(id);
    const row = await removeFromRegister(inside, id);
    if (action && suppression) await inside.suppressions.add(action, suppression, dayOf(clock()));
    if (!action || !(rejected || row)) return;
    await inside.audit.write({ who: 'supporter', deed: 'signature.reject', action, details: {} });
  });
  return { status: 200, body: { data: { status: 'rejected' } } };
};

/** The submission's shell is gone after a while; then the address is in the signature alone. */
const suppressionOf = async (
  vault: LinkUses['vault'],
  signature: RegisterRow | null,
): Promise<Buffer | null> => {
  if (!signature?.sealed) return null;
  return vault.suppression(
    signature.action,
    emailOf(await vault.open(signature.action, signature.id, signature.sealed)),
  );
};
