import { letterAsText, type Letter } from './letter';
import { letterAsHtml } from './letter-html';
import { fill, fillSubject, type OwnMail, type OwnTexts } from './own-text';
import type { Mail } from './sender';
import { type MailFacts, type MailKind, mailLanguage, mailText } from './texts';

/** What an action's mails say in one language, as far as editors decide. */
export interface MailContent {
  title: string | null;
  own: OwnTexts;
}

export interface Composing {
  kind: MailKind;
  /** A sensitive action's mail names neither the action nor anything that hints at it. */
  sensitive: boolean;
  locale: string;
  organisation: string;
  content: MailContent;
  givenName: string | null;
  links: Pick<MailFacts, 'confirmUrl' | 'rejectUrl' | 'withdrawUrl' | 'page' | 'code'>;
}

/** The words of a mail: ours, and an editor's in place of the subject and of what stands above the links. */
export const composeLetter = (composing: Composing): Letter => {
  const { kind, sensitive, locale, content, givenName, links } = composing;
  const organisation = sensitive ? null : composing.organisation || null;
  const title = sensitive ? null : content.title;
  const language = mailLanguage(locale);
  const ours = mailText(kind, language, { ...links, organisation, title });
  const letter = { language, signature: organisation };
  // The words of an editor could out a person, whatever they are.
  const own = sensitive || kind === 'already-signed' ? null : content.own[kind satisfies OwnMail];
  const values = { givenName, title, organisation };
  const [first, ...rest] = ours.passages;
  const text = own?.text ? fill(own.text, values) : '';
  return {
    ...letter,
    subject: (own?.subject && fillSubject(own.subject, values)) || ours.subject,
    passages: text && first ? [{ type: 'text', text }, ...rest] : ours.passages,
  };
};

/** The letter, ready to be sent. `From` is the organisation, never a supporter. */
export const mailOf = (
  letter: Letter,
  { id, to, fromAddress }: { id: string; to: string; fromAddress: string },
): Mail => ({
  id,
  from: { name: letter.signature ?? '', address: fromAddress },
  to,
  subject: letter.subject,
  text: letterAsText(letter),
  html: letterAsHtml(letter),
});
