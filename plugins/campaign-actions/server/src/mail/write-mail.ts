import { z } from '@strapi/utils';
import { type Policy, takesConfirmation } from '../action/policy';
import type { ClaimedItem } from '../outbox/store';
import type { Vault } from '../privacy/vault';
import type { Books } from '../signature/books';
import { emailOf } from '../signature/person';
import type { Quarantine } from '../signature/quarantine';
import { dayOf } from '../signature/sign';
import { indexColumns } from '../signature/rows';
import type { Mail } from './sender';
import { type MailFacts, type MailKind, mailText } from './texts';

export interface MailSettings {
  organisation: string;
  fromAddress: string;
  /** Page that the links open, in the supporter's language; the token goes behind `#`. */
  pageUrl: string;
}

export interface MailUses {
  books: Pick<Books, 'submissions' | 'register' | 'suppressions'>;
  vault: Vault;
  quarantine: Quarantine;
  policy: Policy;
  /** Public title of the action in a locale. */
  title: (locale: string) => Promise<string | null>;
  settings: (locale: string) => Promise<MailSettings>;
}

const recipient = z.object({ email: z.string(), locale: z.string() });

/**
 * Decides at sending time what an outbox item says, and to whom; null when there is nothing to send
 * any more: rejected, withdrawn, confirmed meanwhile, unreadable, or the address does not want it.
 */
export const writeMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  switch (item.kind) {
    case 'confirm':
      return confirmMail(uses, item);
    case 'thanks':
    case 'signed':
      return thanksMail(uses, item);
  }
};

const confirmMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  const { books, quarantine, policy } = uses;
  const submission = await books.submissions.read(item.row_id);
  if (submission?.state !== 'waiting' || !submission.sealed) return null;
  // A link that would be refused is not sent.
  if (submission.expires_on < dayOf(new Date()) || !takesConfirmation(policy, new Date()))
    return null;
  const { id, action, sealed } = submission;
  const person = await quarantine.open('submissions', { id, action, sealed });
  if (person === null) return null;
  const email = emailOf(person);
  if (await isSuppressed(uses, item.action, email)) return null;
  const { withdrawId: signed } = await signatureOf(uses, policy.action, email);
  const kind: MailKind = signed ? 'already-signed' : 'confirm';
  return compose(uses, item, { kind, email, locale: submission.locale, withdrawId: signed });
};

const thanksMail = async (uses: MailUses, item: ClaimedItem): Promise<Mail | null> => {
  const { id, action, sealed } = item;
  const opened = sealed && (await uses.quarantine.open('outbox', { id, action, sealed }));
  if (!opened) return null;
  const { email, locale } = recipient.parse(opened);
  if (await isSuppressed(uses, item.action, email)) return null;
  const { exists, withdrawId } = await signatureOf(uses, item.action, email);
  // Withdrawn meanwhile: there is nothing left to give thanks for.
  if (!exists) return null;
  return compose(uses, item, { kind: 'thanks', email, locale, withdrawId });
};

const isSuppressed = async (
  { books, vault }: MailUses,
  action: string,
  email: string,
): Promise<boolean> => {
  const suppressions = (await vault.of(action)).suppressions(email);
  const pairs = suppressions.map(({ hash }) => ({ action, suppression: hash }));
  return (await books.suppressions.among(pairs)).size > 0;
};

/**
 * Whether the address stands in the register, and the id of its signature if this very spelling made
 * it. Another spelling of the same mailbox is not told, since canonicalisation might have folded two
 * people's mailboxes into one.
 */
const signatureOf = async (
  { books, vault, quarantine }: MailUses,
  action: string,
  email: string,
): Promise<{ exists: boolean; withdrawId: Buffer | null }> => {
  const index = (await vault.of(action)).emailIndex(email);
  const row = await books.register.find(action, indexColumns(index));
  if (!row?.sealed) return { exists: false, withdrawId: null };
  const person = await quarantine.open('register', { id: row.id, action, sealed: row.sealed });
  const isSame = person !== null && emailOf(person) === email;
  return { exists: true, withdrawId: isSame ? row.id : null };
};

interface Addressee {
  kind: MailKind;
  email: string;
  locale: string;
  withdrawId: Buffer | null;
}

const compose = async (
  { vault, policy, title, settings }: MailUses,
  item: ClaimedItem,
  { kind, email, locale, withdrawId }: Addressee,
): Promise<Mail> => {
  const { organisation, fromAddress, pageUrl } = await settings(locale);
  const link = (purpose: 'confirm' | 'reject' | 'withdraw', id: Buffer): string =>
    `${pageUrl}#token=${vault.makeToken(purpose, id)}${purpose === 'confirm' ? '' : `&for=${purpose}`}`;
  const facts: MailFacts = {
    // A sensitive action's mail names neither the action nor anything that hints at it.
    organisation: policy.sensitive ? null : organisation || null,
    title: policy.sensitive ? null : await title(locale),
    confirmUrl: kind === 'thanks' ? null : link('confirm', item.row_id),
    rejectUrl: kind === 'thanks' ? null : link('reject', item.row_id),
    withdrawUrl: withdrawId ? link('withdraw', withdrawId) : null,
    page: pageUrl,
    code: kind === 'thanks' ? null : vault.makeToken('confirm', item.row_id),
  };
  const { subject, paragraphs } = mailText(kind, locale, facts);
  return {
    id: item.id.toString('hex'),
    from: { name: facts.organisation ?? '', address: fromAddress },
    to: email,
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
  };
};
