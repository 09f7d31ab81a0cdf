import { z } from '@strapi/utils';
import { type Policy, reminds, stateOf, takesConfirmation } from '../action/policy';
import type { ClaimedItem } from '../outbox/store';
import type { Vault } from '../privacy/vault';
import type { Books } from '../signature/books';
import { emailOf } from '../signature/person';
import type { Quarantine } from '../signature/quarantine';
import { indexColumns } from '../signature/rows';
import { dayOf } from '../signature/sign';
import { composeLetter, mailOf } from './compose';
import type { MailContents } from './content';
import { asTest } from './letter';
import { greetable } from './own-text';
import type { Mail } from './sender';
import type { MailKind } from './texts';
import { TEST_WORDS } from './words/test';

export interface MailUses {
  books: Pick<Books, 'submissions' | 'register' | 'suppressions'>;
  vault: Vault;
  quarantine: Quarantine;
  policy: Policy;
  contents: MailContents;
}

const recipient = z.object({ email: z.string(), locale: z.string() });

/**
 * Decides at sending time what an outbox item says, and to whom; null when there is nothing to send
 * any more: rejected, withdrawn, confirmed meanwhile, unreadable, or the address does not want it.
 */
export const writeMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  switch (item.kind) {
    case 'confirm':
    case 'reminder':
      return askingMail(uses, item);
    case 'thanks':
    case 'signed':
      return thanksMail(uses, item);
    case 'test':
      return testMail(uses, item);
    case 'test-thanks':
      return testThanksMail(uses, item);
  }
};

/** A link that would be refused is not sent, and nobody is reminded of what is closed. */
const isOfUse = (policy: Policy, { kind }: ClaimedItem, now: Date): boolean =>
  kind === 'reminder'
    ? reminds(policy) && stateOf(policy, now) !== 'closed'
    : takesConfirmation(policy, now);

const askingMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  const { books, quarantine, policy } = uses;
  const submission = await books.submissions.read(item.row_id);
  if (submission?.state !== 'waiting' || !submission.sealed) return null;
  if (submission.expires_on < dayOf(new Date()) || !isOfUse(policy, item, new Date())) return null;
  const { id, action, sealed } = submission;
  const person = await quarantine.open('submissions', { id, action, sealed });
  if (person === null) return null;
  const email = emailOf(person);
  if (await isSuppressed(uses, item.action, email)) return null;
  const { exists, withdrawId } = await signatureOf(uses, policy.action, email);
  // Whoever has confirmed another submission of theirs is not waited for.
  if (item.kind === 'reminder' && exists) return null;
  const kind = withdrawId ? 'already-signed' : item.kind === 'reminder' ? 'reminder' : 'confirm';
  const givenName = givenNameOf(person);
  return compose(uses, item, { kind, email, givenName, locale: submission.locale, withdrawId });
};

const thanksMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  const { id, action, sealed } = item;
  const opened = sealed && (await uses.quarantine.open('outbox', { id, action, sealed }));
  if (!opened) return null;
  const { email, locale } = recipient.parse(opened);
  if (await isSuppressed(uses, item.action, email)) return null;
  const { exists, withdrawId, givenName } = await signatureOf(uses, item.action, email);
  // Withdrawn meanwhile: there is nothing left to give thanks for.
  if (!exists) return null;
  return compose(uses, item, { kind: 'thanks', email, givenName, locale, withdrawId });
};

/** A test asks to be confirmed whatever holds for its address: whoever started it waits for this. */
const testMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  const submission = await uses.books.submissions.read(item.row_id);
  if (submission?.state !== 'waiting' || !submission.sealed) return null;
  const { id, action, sealed, locale } = submission;
  const person = await uses.quarantine.open('submissions', { id, action, sealed });
  if (person === null) return null;
  const said = { email: emailOf(person), givenName: givenNameOf(person) };
  return compose(uses, item, { ...said, kind: 'confirm', locale, withdrawId: null, isTest: true });
};

const testThanksMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  const { id, action, sealed } = item;
  const person = sealed && (await uses.quarantine.open('outbox', { id, action, sealed }));
  if (!person) return null;
  const said = { ...recipient.parse(person), givenName: givenNameOf(person) };
  const withdrawId = item.row_id;
  return compose(uses, item, { ...said, kind: 'thanks', withdrawId, isTest: true });
};

const named = z.object({ givenName: z.string().nullable() });

const givenNameOf = (person: unknown): string | null =>
  greetable(named.safeParse(person).data?.givenName);

const isSuppressed = async (
  { books, vault }: MailUses,
  action: string,
  email: string,
): Promise<boolean> => {
  const suppressions = (await vault.of(action)).suppressions(email);
  const pairs = suppressions.map(({ hash }) => ({ action, suppression: hash }));
  return (await books.suppressions.among(pairs)).size > 0;
};

interface Standing {
  /** Whether the address stands in the register. */
  exists: boolean;
  /** Both of the signature that this very spelling made. */
  withdrawId: Buffer | null;
  givenName: string | null;
}

/**
 * Another spelling of the same mailbox is not told, since canonicalisation might have folded two
 * people's mailboxes into one.
 */
const signatureOf = async (
  { books, vault, quarantine }: MailUses,
  action: string,
  email: string,
): Promise<Standing> => {
  const index = (await vault.of(action)).emailIndex(email);
  const row = await books.register.find(action, indexColumns(index));
  if (!row?.sealed) return { exists: false, withdrawId: null, givenName: null };
  const person = await quarantine.open('register', { id: row.id, action, sealed: row.sealed });
  if (person === null || emailOf(person) !== email)
    return { exists: true, withdrawId: null, givenName: null };
  return { exists: true, withdrawId: row.id, givenName: givenNameOf(person) };
};

interface Addressee {
  kind: MailKind;
  email: string;
  givenName: string | null;
  locale: string;
  withdrawId: Buffer | null;
  isTest?: boolean;
}

const compose = async (
  { vault, policy, contents }: MailUses,
  item: ClaimedItem,
  { kind, email, givenName, locale, withdrawId, isTest = false }: Addressee,
): Promise<Mail> => {
  const { organisation, fromAddress, pageUrl } = await contents.settings(locale);
  // What was confirmed is known to the page beforehand, unless that could out a person.
  const aim = policy.sensitive ? '' : `&action=${policy.action}`;
  const link = (purpose: 'confirm' | 'reject' | 'withdraw', id: Buffer): string =>
    `${pageUrl}#token=${vault.makeToken(purpose, id)}${purpose === 'confirm' ? aim : `&for=${purpose}`}`;
  const asks = kind !== 'thanks';
  const links = {
    confirmUrl: asks ? link('confirm', item.row_id) : '',
    rejectUrl: asks ? link('reject', item.row_id) : '',
    withdrawUrl: withdrawId ? link('withdraw', withdrawId) : null,
    page: pageUrl,
    code: asks ? vault.makeToken('confirm', item.row_id) : '',
  };
  const content = await contents.of(policy.action, locale);
  const { sensitive } = policy;
  const letter = composeLetter({
    kind,
    sensitive,
    locale,
    organisation,
    content,
    givenName,
    links,
  });
  const { subject, whole } = TEST_WORDS[letter.language];
  const sent = isTest ? asTest(letter, subject, whole) : letter;
  return mailOf(sent, { id: item.id.toString('hex'), to: email, fromAddress });
};
