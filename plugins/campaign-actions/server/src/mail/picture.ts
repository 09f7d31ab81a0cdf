import { type MailKind, type PictureOfMail, mailKinds } from '../../../contracts/panel-mails';
import { composeLetter } from './compose';
import type { MailContent } from './compose';
import type { MailSettings } from './content';
import { type Letter, asTest, letterAsText } from './letter';
import { letterAsHtml } from './letter-html';
import { TEST_WORDS } from './words/test';

/** An action as it is saved, published or not. */
export interface SavedAction {
  content: MailContent;
  sensitive: boolean;
}

interface Showing extends SavedAction {
  settings: MailSettings;
  locale: string;
}

/** As long as a real one, and genuine to nobody. */
const TOKEN = 'EXAMPLE-'.repeat(8);

/** A mail as a supporter called Zoë would get it. Its links lead to the page, and do nothing there. */
export const exampleLetter = (kind: MailKind, showing: Showing): Letter => {
  const { settings, locale, content, sensitive } = showing;
  const { pageUrl, organisation } = settings;
  const link = (purpose: string): string => `${pageUrl}#token=${TOKEN}${purpose}`;
  const links = {
    confirmUrl: link(''),
    rejectUrl: link('&for=reject'),
    withdrawUrl: link('&for=withdraw'),
    page: pageUrl,
    code: TOKEN,
  };
  return composeLetter({
    kind,
    sensitive,
    locale,
    organisation,
    content,
    givenName: 'Zoë',
    links,
  });
};

/** The same for a mailbox, which must be able to tell it from a real one. */
export const testLetter = (kind: MailKind, showing: Showing): Letter => {
  const letter = exampleLetter(kind, showing);
  const { subject, text } = TEST_WORDS[letter.language];
  return asTest(letter, subject, text);
};

/** In a sandbox a link to a new window opens nothing. */
const inert = (html: string): string => html.replace('<head>', '<head>\n<base target="_blank">');

export const pictures = (showing: Showing): PictureOfMail[] =>
  mailKinds.map((kind) => {
    const letter = exampleLetter(kind, showing);
    const { fromAddress } = showing.settings;
    return {
      kind,
      from: letter.signature ? `${letter.signature} <${fromAddress}>` : fromAddress,
      subject: letter.subject,
      text: letterAsText(letter),
      html: inert(letterAsHtml(letter)),
    };
  });
