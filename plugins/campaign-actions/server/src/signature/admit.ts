import type { Admitted, HoldReason } from '../../../contracts/panel-held';
import { takesConfirmation } from '../action/policy';
import { freshBytes } from '../privacy/random';
import { unreadable } from '../privacy/unreadable';
import type { Books, DurableBooks } from './books';
import { type EnteringUses, entering } from './confirm';
import { given, readConsents } from './consent-record';
import { type Entered, type Entering, enterFrom } from './enter';
import { emailOf } from './person';
import { withPresentKeys } from './present-keys';
import type { SubmissionRow } from './rows';
import { LONGEST_WAIT_DAYS, dayOf } from './sign';
import { suppressionKey } from './suppression-store';
import { tallyNames } from './tallies';

export interface AdmitInput {
  /** documentId of the action. */
  action: string;
  /** Those held by this rule; null: by whichever. */
  because: HoldReason | null;
  /** Who says so, as the audit shall name them. */
  who: string;
}

export type AdmitUses = EnteringUses & { books: DurableBooks };

const AT_ONCE = 100;

/**
 * Lets in what a rule had set aside. Where confirmation is asked, by now or when it was sent, it waits
 * for it as if it came now; once none is taken any more, or the action is gone, it is left as it is.
 * All else goes to the register. Done in portions, each in its own transaction with its line in the audit: broken off, the
 * rest is still held.
 */
export const admit = async (uses: AdmitUses, input: AdmitInput): Promise<Admitted> => {
  const { books, catalogue, clock } = uses;
  const all: Admitted = { counted: 0, asked: 0, known: 0, left: 0 };
  let after: Buffer | null = null;
  for (;;) {
    const rows: SubmissionRow[] = await books.submissions.held(input.action, {
      after,
      because: input.because,
      most: AT_ONCE,
    });
    const last = rows.at(-1);
    if (!last) return all;
    after = last.id;
    // An editor may change it while this goes on.
    const policy = (await catalogue.find(input.action))?.policy;
    const canAsk = policy !== undefined && takesConfirmation(policy, clock());
    const asks = ({ rule }: SubmissionRow): boolean =>
      policy?.confirmation !== 'none' || rule === 'required';
    const wanted = await notSuppressed(uses, input.action, rows);
    const toConfirm = canAsk ? wanted.filter(asks) : [];
    const toCount = wanted.filter((row) => !asks(row));
    all.asked += await books.durably((inside) => askAgain(uses, inside, toConfirm, input));
    const { counted, entered, opened } = await withPresentKeys(uses.vault, async () => {
      const direct = await openedOf(uses, toCount);
      const done = await books.durably((inside) => letIn(inside, direct, input));
      return { ...done, opened: direct.length };
    });
    all.counted += counted;
    all.known += entered - counted;
    // Whatever another editor let in at this moment is in that one's answer.
    all.left += rows.length - toConfirm.length - opened;
  }
};

const notSuppressed = async (
  uses: AdmitUses,
  action: string,
  rows: SubmissionRow[],
): Promise<SubmissionRow[]> => {
  const asked: { row: SubmissionRow; hashes: Buffer[] }[] = [];
  for (const row of rows) asked.push({ row, hashes: await hashesOf(uses, row) });
  const suppressed = await uses.books.suppressions.among(
    asked.flatMap(({ hashes }) => hashes.map((suppression) => ({ action, suppression }))),
  );
  return asked
    .filter(({ hashes }) => !hashes.some((hash) => suppressed.has(suppressionKey(action, hash))))
    .map(({ row }) => row);
};

/**
 * What a row may be suppressed as: by what it keeps, and under every key and table given, since what
 * it keeps moves with the index and what was rejected does not.
 */
const hashesOf = async (
  { vault }: AdmitUses,
  { id, action, sealed, suppression }: SubmissionRow,
): Promise<Buffer[]> => {
  const kept = suppression ? [suppression] : [];
  if (!sealed) return kept;
  try {
    const email = emailOf(await vault.open(action, id, sealed));
    const keys = await vault.of(action);
    return [...kept, ...keys.suppressions(email).map(({ hash }) => hash)];
  } catch (error) {
    // One that was altered, or whose key is gone, must not keep the others out.
    if (!unreadable(error)) throw error;
    return kept;
  }
};

/** What those that ask for no confirmation become, as far as they can be opened. */
const openedOf = async (uses: AdmitUses, rows: SubmissionRow[]): Promise<Entering[]> => {
  const opened: Entering[] = [];
  for (const row of rows) {
    // One that was altered, or whose key is gone, must not keep the others out.
    const made = await entering(uses, row).catch(() => null);
    if (made)
      opened.push({ ...made, tallies: made.tallies.map((tally) => ({ ...tally, taken: 1 })) });
  }
  return opened;
};

const letIn = async (
  inside: Books,
  direct: Entering[],
  { action, because, who }: AdmitInput,
): Promise<Entered> => {
  if (direct.length === 0) return { entered: 0, counted: 0 };
  const { entered, counted } = await enterFrom('held', inside, direct);
  const details = { because, counted, known: entered - counted };
  await inside.audit.write({ who, deed: 'signatures.admit', action, details });
  return { entered, counted };
};

/** As if they were sent now: their mail goes out, and they wait for it. */
const askAgain = async (
  { clock }: AdmitUses,
  { submissions, outbox, ledger, audit }: Books,
  rows: SubmissionRow[],
  { action, because, who }: AdmitInput,
): Promise<number> => {
  if (rows.length === 0) return 0;
  const now = clock();
  const released = await submissions.release(
    rows.map(({ id }) => id),
    dayOf(now, LONGEST_WAIT_DAYS),
  );
  const isReleased = new Set(released.map((id) => id.toString('hex')));
  const asked = rows.filter(({ id }) => isReleased.has(id.toString('hex')));
  await outbox.add(
    asked.map(({ id }) => ({
      id: freshBytes(16),
      kind: 'confirm' as const,
      action,
      row_id: id,
      sealed: null,
    })),
  );
  await ledger.tally(
    asked.flatMap(({ consents }) =>
      tallyNames(null, given(readConsents(consents))).map((each) => ({
        ...each,
        action,
        day: dayOf(now),
        taken: 1,
        confirmed: 0,
      })),
    ),
  );
  const details = { because, asked: asked.length };
  await audit.write({ who, deed: 'signatures.admit', action, details });
  return asked.length;
};
