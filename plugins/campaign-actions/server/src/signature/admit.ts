import type { Admitted, HoldReason } from '../../../contracts/panel-held';
import { takesConfirmation } from '../action/policy';
import { freshBytes } from '../privacy/random';
import type { Books, DurableBooks } from './books';
import { type EnteringUses, entering } from './confirm';
import { given, readConsents } from './consent-record';
import { type Entered, type Entering, enterFrom } from './enter';
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
 * for it as if it came now; once none is taken any more it is left as it is. All else goes to the
 * register. Done in portions, each in its own transaction with its line in the audit: broken off, the
 * rest is still held.
 */
export const admit = async (uses: AdmitUses, input: AdmitInput): Promise<Admitted> => {
  const { books, catalogue, clock } = uses;
  const policy = (await catalogue.find(input.action))?.policy;
  const asksAll = policy?.confirmation === 'required';
  const canAsk = policy !== undefined && takesConfirmation(policy, clock());
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
    const wanted = await notSuppressed(books, input.action, rows);
    const asks = ({ rule }: SubmissionRow): boolean => asksAll || rule === 'required';
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
  { suppressions }: Books,
  action: string,
  rows: SubmissionRow[],
): Promise<SubmissionRow[]> => {
  const suppressed = await suppressions.among(
    rows.flatMap(({ suppression }) => (suppression ? [{ action, suppression }] : [])),
  );
  return rows.filter(
    ({ suppression }) => !suppression || !suppressed.has(suppressionKey(action, suppression)),
  );
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
