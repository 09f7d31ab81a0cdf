import { editorProblems } from '../plugins/campaign-actions/contracts/editor-problems';
import { editorTexts } from '../plugins/campaign-actions/contracts/editor-texts';
import panel from '../plugins/campaign-actions/admin/src/translations/fr.json';
import { TEXTS as plainForms } from '../plugins/campaign-actions/server/src/forms/texts';
import { TEXTS as linkPage } from '../plugins/campaign-actions/server/src/link-page/texts';
import { letterAsText } from '../plugins/campaign-actions/server/src/mail/letter';
import {
  MAIL_KINDS,
  type MailFacts,
  mailText,
} from '../plugins/campaign-actions/server/src/mail/texts';
import demo from '../src/demo/content/fr.json';
import { TEXTS as host } from '../src/campaign-page/texts';
import { TEXTS as doors } from '../src/doors/texts';
import { FAULTS } from './french-faults';
import { TEXTS as mailbox } from '../src/mailbox/texts';

const strings = (texts: unknown): string[] => {
  if (typeof texts === 'string') return [texts];
  return texts instanceof Object ? Object.values(texts).flatMap(strings) : [];
};

/** Of texts in two languages, the French ones. */
const french = (texts: object): string[] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    if (value instanceof Object) return french(value);
    return key === 'fr' && typeof value === 'string' ? [value] : [];
  });

const mails = (): string[] => {
  const facts: Omit<MailFacts, 'title'> = {
    organisation: 'Organisation',
    confirmUrl: 'https://example.org/confirm',
    rejectUrl: 'https://example.org/reject',
    withdrawUrl: 'https://example.org/withdraw',
    page: 'https://example.org/page',
    code: 'code',
  };
  return MAIL_KINDS.flatMap((kind) =>
    ['Titre', null].flatMap((title) => {
      const written = mailText(kind, 'fr', { ...facts, title });
      return [written.subject, letterAsText({ ...written, language: 'fr', signature: null })];
    }),
  );
};

const TEXTS = {
  'what editors read at fields': french(editorTexts),
  'what editors are told to correct': french(editorProblems),
  'the panel': strings(panel),
  'the mails': mails(),
  'the page behind the link': strings(linkPage.fr),
  'the answers to a page without JavaScript': strings(plainForms.fr),
  'the mailbox of the demo': strings(mailbox.fr),
  'the page at /doors': strings(doors.fr),
  'the host’s own words': strings(host.fr),
  'the demo': strings(demo),
};

describe.each(Object.entries(TEXTS))('The French of %s', (_where, texts) => {
  it.each(Object.entries(FAULTS))('has nowhere %s', (_fault, pattern) => {
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.filter((text) => pattern.test(text))).toEqual([]);
  });
});
