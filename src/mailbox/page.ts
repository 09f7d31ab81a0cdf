import { escape } from 'campaign-actions-web/html';
import { hashOf } from '../policy/hash';
import type { Mail } from './read';
import { STYLE } from './style';
import type { Language } from '../visitor/language';
import { TEXTS } from './texts';

/** Looks every two seconds whether there is another mail, while somebody looks at the page. */
const SCRIPT = `
const shown = document.querySelector('ol, .empty').dataset.newest;
const look = async () => {
  if (document.hidden) return;
  const answer = await fetch('/mailbox?part=newest').catch(() => null);
  if (answer?.ok && (await answer.text()) !== shown) location.reload();
};
setInterval(look, 2000);
document.addEventListener('visibilitychange', look);
`;

/** The page itself; the mail on it is a frame with a policy of its own. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a link in a mail may do: lead the whole window on, when somebody clicks it. */
const SANDBOX = 'allow-top-navigation-by-user-activation';

/** The mail's own HTML: it looks like itself, and does nothing. */
export const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  `sandbox ${SANDBOX}`,
].join('; ');

const when = (date: Date | null, language: Language): string => {
  if (!date || Number.isNaN(date.getTime())) return '';
  const said = new Intl.DateTimeFormat(`${language}-CA`, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(date);
  return `<time datetime="${date.toISOString()}">${escape(said)}</time>`;
};

const addressOf = (name: string, language: Language): string =>
  `/mailbox?${new URLSearchParams({ mail: name, locale: language }).toString()}`;

const page = (language: Language, title: string, main: string, more: { mail?: string } = {}) => {
  const texts = TEXTS[language];
  const other = language === 'en' ? 'fr' : 'en';
  const here = more.mail === undefined ? `/mailbox?locale=${other}` : addressOf(more.mail, other);
  const back =
    more.mail === undefined ? '' : `<a href="/mailbox?locale=${language}">${texts.all}</a>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<nav><span>${back}<a href="/?locale=${language}">${texts.page}</a></span><a href="${escape(here)}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a></nav>
</header>
<main>
<h1>${escape(title)}</h1>
${main}
</main>
</body>
</html>
`;
};

export const listPage = (language: Language, mails: Mail[], count: number): string => {
  const texts = TEXTS[language];
  const items = mails.map(
    ({ name, subject, to, date }) =>
      `<li><a href="${escape(addressOf(name, language))}"><strong>${escape(subject || texts.noSubject)}</strong>${when(date, language)}<span class="to">${escape(to)}</span></a></li>`,
  );
  const newest = escape(mails[0]?.name ?? '');
  const list =
    items.length === 0
      ? `<div class="empty" data-newest=""><h2>${texts.empty}</h2><p>${texts.emptyAbout}</p></div>`
      : `<p class="count">${texts.mails(count)}</p>\n<ol data-newest="${newest}">\n${items.join('\n')}\n</ol>`;
  return page(
    language,
    texts.title,
    `<p class="note">${texts.about}</p>\n${list}\n<script type="module">${SCRIPT}</script>`,
  );
};

const LINK = /https?:\/\/[^\s<>"]+/g;

/** Text whose addresses can be clicked. */
const linked = (text: string): string => {
  const links = text.match(LINK) ?? [];
  return text
    .split(LINK)
    .map((part, at) => {
      const link = escape(links[at] ?? '');
      return escape(part) + (link && `<a href="${link}">${link}</a>`);
    })
    .join('');
};

export const mailPage = (language: Language, mail: Mail): string => {
  const texts = TEXTS[language];
  const { name, from, to, subject, date, html, text } = mail;
  const shown = escape(`${addressOf(name, language)}&part=html`);
  const frame = html
    ? `<iframe src="${shown}" sandbox="${SANDBOX}" title="${texts.mail}"></iframe>
<details><summary>${texts.asText}</summary>`
    : '<details open><summary></summary>';
  return page(
    language,
    subject || texts.noSubject,
    `<p class="note">${texts.about}</p>
<dl><dt>${texts.from}</dt><dd>${escape(from)}</dd><dt>${texts.to}</dt><dd>${escape(to)}</dd><dt>${texts.sent}</dt><dd>${when(date, language)}</dd></dl>
${frame}<pre>${linked(text)}</pre></details>`,
    { mail: name },
  );
};

/** Links lead the whole window on: within the frame they would lead nowhere. */
export const mailDocument = ({ html }: Mail): string => {
  const base = '<base target="_top">';
  const document = html ?? '';
  return /<head>/i.test(document) ? document.replace(/<head>/i, `$&${base}`) : base + document;
};

export const gonePage = (language: Language): string =>
  page(language, TEXTS[language].title, `<p>${TEXTS[language].gone}</p>`, { mail: '' });
