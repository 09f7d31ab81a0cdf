import { randomBytes } from 'node:crypto';
import { type Confirmed, tokenBody } from '../../../contracts/signing';
import type { Catalogue } from '../action/catalogue';
import { takesConfirmation } from '../action/policy';
import type { Tally } from '../counter/store';
import { publicCounter } from '../counter/public-counter';
import type { Answer } from '../http/reply';
import { Problem, fieldError } from '../http/problems';
import type { Vault } from '../privacy/vault';
import type { TokenPurpose } from '../privacy/token';
import type { Books, DurableBooks } from './books';
import { given, readConsents, writeConsents } from './consent-record';
import { emailOf, sourceOf } from './person';
import type { RegisterRow, SubmissionRow } from './rows';
import { dayOf } from './sign';
import { type SourceCap, sourceName } from './source-name';

export interface LinkUses {
  catalogue: Catalogue;
  vault: Vault;
  books: DurableBooks;
  capSource: SourceCap;
  clock: () => Date;
}

/**
 * The row id of a link's token.
 *
 * @throws Problem 400 without a token, 410 for one that is not genuine
 */
export const readLink = (vault: Vault, purpose: TokenPurpose, json: unknown): Buffer => {
  const { data } = tokenBody.safeParse(json);
  if (!data) throw new Problem('invalid', [fieldError(['token'], 'required')]);
  const id = vault.readToken(purpose, data.data.token.trim());
  if (!id) throw new Problem('link-not-valid');
  return id;
};

/**
 * Confirms the submission of one mail. The first time for an address it becomes a register row with
 * the same id and counts; when the address has a row already, that one stays and gets this
 * submission's consents. Repeating the link gives the same answer and changes nothing.
 *
 * @throws Problem 400, 410, 503
 */
export const confirm = async (uses: LinkUses, json: unknown): Promise<Answer> => {
  const { vault, books, catalogue, clock } = uses;
  const id = readLink(vault, 'confirm', json);
  const submission = await books.submissions.read(id);
  if (!submission || submission.state === 'held' || submission.state === 'rejected') {
    throw new Problem('link-not-valid');
  }
  const entry = await catalogue.find(submission.action);
  if (!entry) throw new Problem('link-not-valid');
  if (submission.state === 'waiting') {
    const expired = submission.expires_on < dayOf(clock());
    if (expired || !takesConfirmation(entry.policy, clock())) throw new Problem('link-not-valid');
    await enter(uses, submission);
  }
  const counter = publicCounter(entry, submission.locale, clock());
  const body: Confirmed = { data: { status: 'confirmed', action: submission.action, counter } };
  return { status: 200, body };
};

const enter = async (
  { vault, books, capSource, clock }: LinkUses,
  submission: SubmissionRow,
): Promise<void> => {
  const { id, action, sealed } = submission;
  // Another request confirmed it a moment ago: it is done, and that is what was asked for.
  if (!sealed) return;
  const person = await vault.open(action, id, sealed);
  const email = emailOf(person);
  const index = await vault.emailIndex(action, email);
  const row: RegisterRow = {
    ...sharedOf(submission),
    state: 'counted',
    email_index: index.hash,
    index_key: index.keyId,
    index_table: index.table,
  };
  const outboxId = randomBytes(16);
  const thanks = {
    id: outboxId,
    kind: 'thanks' as const,
    action,
    row_id: id,
    sealed: await vault.seal(action, outboxId, { email, locale: submission.locale }),
  };
  const source = sourceName(sourceOf(person));
  const today = dayOf(clock());
  const tallies: Tally[] = [
    { kind: 'all' as const, name: '' },
    ...(source ? [{ kind: 'source' as const, name: capSource(action, today, source) }] : []),
    ...given(readConsents(submission.consents)).map((name) => ({ kind: 'consent' as const, name })),
  ].map((each) => ({ ...each, action, day: today, taken: 0, confirmed: 1 }));

  await books.durably(async (inside) => {
    if (!(await inside.submissions.finish(id))) return;
    const isNew = await enterRegister(inside, row);
    await inside.outbox.add([thanks]);
    if (!isNew) return;
    await inside.ledger.tally(tallies);
    await inside.ledger.move(action, 1);
  });
};

const sharedOf = ({
  id,
  action,
  channel,
  rule,
  locale,
  country,
  day,
  consents,
  sealed,
}: SubmissionRow) => ({
  id,
  action,
  channel,
  rule,
  locale,
  country,
  day,
  consents,
  sealed,
});

const MOST_TRIES = 5;

/** True when the row is new; else its consents were added to the row that the address has already. */
const enterRegister = async ({ register }: Books, row: RegisterRow): Promise<boolean> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [inserted] = await register.insertNew([row]);
    if (inserted) return true;
    const there = await register.lock(row.action, row.email_index as Buffer);
    if (there) {
      const consents = [...readConsents(there.consents), ...readConsents(row.consents)];
      await register.setConsents(there.id, writeConsents(consents));
      return false;
    }
    // It was withdrawn between the two statements: the address is free again.
  }
  throw new Error('A register row kept coming and going.');
};
