import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Letter, letterAsText } from '../plugins/campaign-actions/server/src/mail/letter';
import { letterAsHtml } from '../plugins/campaign-actions/server/src/mail/letter-html';
import {
  MAIL_KINDS,
  type MailFacts,
  type MailKind,
  type MailLanguage,
  mailText,
} from '../plugins/campaign-actions/server/src/mail/texts';

/** `npm run mails:write` writes them anew; whoever changed a mail looks at the difference. */
const FOLDER = path.join(__dirname, 'mails-as-sent');
const WRITING = process.env.WRITE_MAILS === 'yes';

const PAGE = 'https://act.example.org/api/campaign-actions/confirm?locale=';
const TOKEN = 'AAECAwQFBgcICQoLDA0OD3cb5S0d1W7bTz1y4KcJ5vQ2m8nR6xYpL0aHfGqEuZiW';
/** What people type, in the worst case. */
const TYPED = {
  organisation: 'Rainbow & Co <Canada>',
  title: 'Stop the “violence” <script>alert(1)</script> & <img src=x onerror=alert(2)>',
};

const factsIn = (language: MailLanguage, sensitive: boolean): MailFacts => {
  const page = PAGE + language;
  return {
    organisation: sensitive ? null : TYPED.organisation,
    title: sensitive ? null : TYPED.title,
    confirmUrl: `${page}#token=${TOKEN}`,
    rejectUrl: `${page}#token=${TOKEN}&for=reject`,
    withdrawUrl: `${page}#token=${TOKEN}&for=withdraw`,
    page,
    code: TOKEN,
  };
};

interface Sent {
  name: string;
  kind: MailKind;
  sensitive: boolean;
  letter: Letter;
}

const letterOf = (kind: MailKind, language: MailLanguage, sensitive: boolean): Sent => {
  const facts = factsIn(language, sensitive);
  const letter = { ...mailText(kind, language, facts), language, signature: facts.organisation };
  const name = `${kind}${sensitive ? '-at-risk' : ''}.${language}`;
  return { name, kind, sensitive, letter };
};

const ALL = MAIL_KINDS.flatMap((kind) =>
  (['en', 'fr'] as const).flatMap((language) =>
    [false, true].map((sensitive) => letterOf(kind, language, sensitive)),
  ),
);

const files = ALL.flatMap(({ name, letter }) => [
  [`${name}.txt`, `${letter.subject}\n\n${letterAsText(letter)}`] as const,
  [`${name}.html`, letterAsHtml(letter)] as const,
]);

if (WRITING) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [file, text] of files) writeFileSync(path.join(FOLDER, file), text);
}

describe('The mails', () => {
  it.each(files)('are sent as somebody looked at them: %s (T-33)', (file, text) => {
    expect(text).toBe(readFileSync(path.join(FOLDER, file), 'utf8'));
  });

  it('are these, and no others (T-35)', () => {
    // Each answers a signature. Any other kind of mail needs List-Unsubscribe and
    // List-Unsubscribe-Post: List-Unsubscribe=One-Click (RFC 8058) before it may stand here.
    expect([...MAIL_KINDS]).toEqual(['confirm', 'already-signed', 'reminder', 'thanks']);
    expect(readdirSync(FOLDER).sort()).toEqual(files.map(([file]) => file).sort());
  });

  it.each(ALL)('name nothing that could out a person: $name (T-33)', ({ sensitive, letter }) => {
    const whole = `${letter.subject}${letterAsText(letter)}${letterAsHtml(letter)}`;
    const named = ['Rainbow', 'violence'].filter((word) => whole.includes(word));
    expect(named).toEqual(sensitive ? [] : named);
    expect(/petition|pétition|sign(?:ed|ature)/i.test(whole) && sensitive).toBe(false);
  });

  it.each(ALL)('load nothing, track nobody and run nothing: $name', ({ letter }) => {
    const html = letterAsHtml(letter);
    const tags = new Set([...html.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag));
    const allowed = 'html head meta title style body div p br a table tr td span'.split(' ');
    expect([...tags].filter((tag) => !allowed.includes(tag ?? ''))).toEqual([]);
    expect(html).not.toMatch(/<[a-z][^>]*\s(?:src|on\w+)=|url\(|@import/);
    for (const [, url] of html.matchAll(/href="([^"]*)"/g))
      expect(url).toContain(PAGE.slice(0, -8));
  });

  it.each(ALL)('show where a button leads: $name', ({ letter }) => {
    for (const passage of letter.passages) {
      if (passage.type !== 'button') continue;
      expect(letterAsText(letter)).toContain(passage.url);
      expect(letterAsHtml(letter)).toContain(`>${passage.url}</a>`);
    }
  });
});
