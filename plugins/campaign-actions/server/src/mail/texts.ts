import { type MailKind, mailKinds } from '../../../contracts/panel-mails';
import { en } from './words/en';
import { fr } from './words/fr';

/** Every mail this plugin sends; the list is closed. None is bulk mail: each answers a signature. */
export const MAIL_KINDS = mailKinds;
export type { MailKind };

/** What the sentences may mention. */
export interface MailFacts {
  /** These two are null for a sensitive action: a mail must not out a person. */
  organisation: string | null;
  title: string | null;
  /** Empty in a mail that asks for nothing. */
  confirmUrl: string;
  rejectUrl: string;
  withdrawUrl: string | null;
  /** For people whose mail program does not follow the link: the page's bare address, and what to paste there. */
  page: string;
  code: string;
}

/** One passage of a mail, plain text all of it: how it is set is up to who writes it down. */
export type Passage =
  | { type: 'text'; text: string }
  /** What the mail is for. */
  | { type: 'button'; lead: string; label: string; url: string }
  | { type: 'link'; lead: string; label: string; url: string }
  | { type: 'code'; before: string; page: string; after: string; code: string };

export interface MailText {
  subject: string;
  passages: Passage[];
}

export type Words = Record<MailKind, (facts: MailFacts) => MailText>;

const LANGUAGES = { en, fr };
export type MailLanguage = keyof typeof LANGUAGES;

/** The language of our own words for a supporter's locale; English where there is no translation. */
export const mailLanguage = (locale: string): MailLanguage =>
  locale.toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';

export const mailText = (kind: MailKind, language: MailLanguage, facts: MailFacts): MailText =>
  LANGUAGES[language][kind](facts);
