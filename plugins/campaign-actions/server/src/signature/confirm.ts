import { type Confirmed, tokenBody } from '../../../contracts/signing';
import type { Catalogue, CatalogueEntry } from '../action/catalogue';
import { takesConfirmation } from '../action/policy';
import type { CounterBoard } from '../counter/board';
import { fit } from '../http/fit';
import type { Answer } from '../http/reply';
import { Problem, fieldError } from '../http/problems';
import { freshBytes } from '../privacy/random';
import type { Vault } from '../privacy/vault';
import type { TokenPurpose } from '../privacy/token';
import { agreesToBeShown } from './agreed';
import type { DurableBooks } from './books';
import { given, readConsents } from './consent-record';
import type { Entering } from './enter';
import type { Group } from './group';
import { emailOf, sourceOf } from './person';
import { withPresentKeys } from './present-keys';
import { DUE } from './public-signature-store';
import type { Quarantine } from './quarantine';
import { indexColumns, type RegisterRow, type SubmissionRow } from './rows';
import { dayOf } from './sign';
import { type SourceCap, sourceName } from './source-name';
import { tallyNames } from './tallies';
import { confirmTest, isTest } from './test-signature';

export interface LinkUses {
  catalogue: Catalogue;
  vault: Vault;
  books: DurableBooks;
  quarantine: Quarantine;
  capSource: SourceCap;
  clock: () => Date;
}

/** What opening a submission for the register takes. */
export type EnteringUses = Pick<
  LinkUses,
  'vault' | 'quarantine' | 'catalogue' | 'capSource' | 'clock'
>;

export interface ConfirmUses extends LinkUses {
  confirmations: Group<Entering>;
  counters: Pick<CounterBoard, 'of'>;
}

/**
 * The row id of a link's token.
 *
 * @throws Problem 400 without a token, 410 for one that is not genuine
 */
export const readLink = (vault: Vault, purpose: TokenPurpose, json: unknown): Buffer => {
  const { data } = fit(tokenBody, json);
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
export const confirm = async (uses: ConfirmUses, json: unknown): Promise<Answer> => {
  const { vault, books, catalogue, clock, counters } = uses;
  const id = readLink(vault, 'confirm', json);
  const submission = await books.submissions.read(id);
  if (!submission || submission.state === 'held' || submission.state === 'rejected') {
    throw new Problem('link-not-valid');
  }
  const entry = await catalogue.find(submission.action);
  if (!entry) throw new Problem('link-not-valid');
  if (submission.state === 'waiting') {
    if (submission.expires_on < dayOf(clock())) throw new Problem('link-not-valid');
    if (isTest(submission)) await confirmTest(uses, submission);
    else await confirmReal(uses, submission, entry);
  }
  const { counter } = counters.of(entry, submission.locale);
  const body: Confirmed = { data: { status: 'confirmed', action: submission.action, counter } };
  return { status: 200, body };
};

const confirmReal = async (
  uses: ConfirmUses,
  submission: SubmissionRow,
  { policy }: CatalogueEntry,
): Promise<void> => {
  if (!takesConfirmation(policy, uses.clock())) throw new Problem('link-not-valid');
  await withPresentKeys(uses.vault, async () => {
    const confirmed = await entering(uses, submission);
    if (confirmed) await uses.confirmations.join(confirmed);
    if (confirmed?.passedOver) await requireDone(uses.books, submission.id);
  });
};

/**
 * It was not waiting any more when its turn came: somebody else confirmed it, or it was erased.
 *
 * @throws Problem 410
 */
const requireDone = async (books: LinkUses['books'], id: Buffer): Promise<void> => {
  const submission = await books.submissions.read(id);
  if (submission?.state !== 'done') throw new Problem('link-not-valid');
};

/** Null when another request confirmed it a moment ago: it is done, and that is what was asked for. */
export const entering = async (
  { vault, quarantine, catalogue, capSource, clock }: EnteringUses,
  submission: SubmissionRow,
): Promise<Entering | null> => {
  const { id, action, sealed } = submission;
  if (!sealed) return null;
  const person = await quarantine.open('submissions', { id, action, sealed });
  if (person === null) throw new Problem('link-not-valid');
  const email = emailOf(person);
  const keys = await vault.of(action);
  const row: RegisterRow = {
    ...sharedOf(submission),
    state: 'counted',
    ...indexColumns(keys.emailIndex(email)),
    public_signature: (await agreesToBeShown(catalogue, submission)) ? DUE : null,
  };
  const outboxId = freshBytes(16);
  const thanks = {
    id: outboxId,
    kind: 'thanks' as const,
    action,
    row_id: id,
    sealed: keys.seal(outboxId, { email, locale: submission.locale }),
  };
  const source = sourceName(sourceOf(person));
  const today = dayOf(clock());
  const capped = source && capSource(action, today, source);
  const names = tallyNames(capped, given(readConsents(submission.consents)));
  const tallies = names.map((each) => ({ ...each, action, day: today, taken: 0, confirmed: 1 }));
  return { row, thanks, tallies, epoch: keys.epoch };
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
  network,
  held_because,
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
  network,
  held_because,
});
