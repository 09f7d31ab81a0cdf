import { z } from '@strapi/utils';
import type { TestState } from '../../../contracts/panel-test-signature';
import type { Catalogue } from '../action/catalogue';
import { nearestTo } from '../action/policy';
import { Problem } from '../http/problems';
import type { OutboxItem } from '../outbox/store';
import { freshBytes } from '../privacy/random';
import type { Vault } from '../privacy/vault';
import { NO_SOURCE } from './body';
import type { DurableBooks } from './books';
import { type ConsentRecord, writeConsents } from './consent-record';
import type { Group } from './group';
import type { Person } from './person';
import { withPresentKeys } from './present-keys';
import type { Quarantine } from './quarantine';
import { type SubmissionRow, suppressionColumns } from './rows';
import { dayOf } from './sign';
import type { Taken } from './take';

export interface TestUses {
  catalogue: Pick<Catalogue, 'find' | 'form'>;
  vault: Vault;
  books: DurableBooks;
  group: Group<Taken>;
  clock: () => Date;
}

export interface TestInput {
  /** documentId of the action. */
  action: string;
  locale: string;
  /** The panel user's own. */
  email: string;
  givenName: string | null;
}

const DAYS = 7;

export const isTest = ({ channel }: Pick<SubmissionRow, 'channel'>): boolean => channel === 'test';

/**
 * Starts a test signature: a submission that is mailed and confirmed like any other, whatever the
 * action asks and whether or not it is open, and that is never counted. It is gone after seven days.
 *
 * @returns its id
 * @throws Problem 404 for what is not published, 503
 */
export const startTest = async (
  { catalogue, vault, group, clock }: TestUses,
  input: TestInput,
): Promise<Buffer> => {
  const { action, email, givenName } = input;
  const entry = await catalogue.find(action);
  if (entry?.policy.action !== action || entry.policy.unpublishedAt !== null)
    throw new Problem('not-found');
  const shown = nearestTo(entry.policy, input.locale);
  const form = shown && (await catalogue.form(action, shown.formVersion));
  if (!form) throw new Problem('not-found');

  const { locale, consents } = form.form;
  const now = clock();
  const day = dayOf(now);
  const record: ConsentRecord = {
    formVersion: form.version,
    stated: false,
    locale,
    day,
    channel: 'test',
    consents: Object.fromEntries(consents.map(({ name }) => [name, false])),
  };
  const id = freshBytes(16);
  await withPresentKeys(vault, async () => {
    const keys = await vault.of(action);
    const row: SubmissionRow = {
      id,
      action,
      channel: 'test',
      rule: 'required',
      locale,
      country: null,
      day,
      consents: writeConsents([record]),
      sealed: keys.seal(id, { ...NOBODY, email, givenName, at: now.toISOString() }),
      network: null,
      state: 'waiting',
      ...suppressionColumns(keys.suppressions(email)[0]),
      held_because: null,
      expires_on: dayOf(now, DAYS),
    };
    const outboxId = freshBytes(16);
    await group.join({
      // Whoever asks for a test gets it, also at an address that said "this was not me" once.
      suppressions: [],
      row: { to: 'submissions', row },
      outbox: { id: outboxId, kind: 'test', action, row_id: id, sealed: null },
      tallies: [],
      epoch: keys.epoch,
      payment: null,
    });
  });
  return id;
};

/**
 * Confirms a test: its thank-you goes out, and it ends there.
 *
 * @throws Problem 410 when it does not open any more
 */
export const confirmTest = async (
  { vault, quarantine, books }: Pick<TestUses, 'vault' | 'books'> & { quarantine: Quarantine },
  { id, action, locale, sealed }: SubmissionRow,
): Promise<void> => {
  if (!sealed) return;
  const person = await quarantine.open('submissions', { id, action, sealed });
  if (person === null) throw new Problem('link-not-valid');
  const outboxId = freshBytes(16);
  await withPresentKeys(vault, async () => {
    const keys = await vault.of(action);
    const thanks: OutboxItem = {
      id: outboxId,
      kind: 'test-thanks',
      action,
      row_id: id,
      sealed: keys.seal(outboxId, { ...thanked.parse(person), locale }),
    };
    await books.durably(async (inside) => {
      await inside.epochs.hold([{ action, epoch: keys.epoch }]);
      const isFirst = (await inside.submissions.finish([id])).length > 0;
      if (isFirst) await inside.outbox.add([thanks]);
    });
  });
};

/** What is left of a test's person is what its thank-you says. */
const thanked = z.object({ email: z.string(), givenName: z.string().nullable() });

/** What has become of a test of this action. */
export const stateOfTest = async (
  { submissions, outbox }: Pick<DurableBooks, 'submissions' | 'outbox'>,
  action: string,
  id: Buffer,
): Promise<TestState> => {
  const submission = await submissions.read(id);
  if (submission?.action !== action || !isTest(submission)) return 'gone';
  switch (submission.state) {
    case 'done':
      return 'confirmed';
    case 'rejected':
      return 'rejected';
    case 'waiting':
    case 'held':
      return (await outbox.isTestWaiting(id)) ? 'on-its-way' : 'sent';
  }
};

const NOBODY: Omit<Person, 'email' | 'givenName' | 'at'> = {
  familyName: null,
  phone: null,
  country: null,
  region: null,
  postalCode: null,
  city: null,
  message: null,
  answers: {},
  source: NO_SOURCE,
};
