import { escape } from '../escape-html';
import { STYLE_ONLY, shell } from '../link-page/shell';
import type { Language } from '../link-page/texts';
import type { Reply } from '../http/reply';
import { type Said, TEXTS } from './texts';

/** What is wrong with one field. */
export interface Wrong {
  /** In the language of the form; null: there is nothing of that name on it. */
  label: string | null;
  said: string;
}

export interface Page extends Said {
  status: number;
  language: Language;
  organisation: { name?: string | null; url?: string | null } | null;
  /** Of the labels. */
  formLocale?: string;
  wrong?: Wrong[];
  /** What to do, in this order. */
  advice?: string[];
  link?: { to: string; label: string };
  retryAfter?: number | null;
  /** The one method that this address takes. */
  allow?: 'POST';
}

const HEADERS = [
  ...['Content-Type', 'text/html; charset=utf-8'],
  ...['Cache-Control', 'no-store'],
  ...['Content-Security-Policy', STYLE_ONLY.join('; ')],
  ...['Cross-Origin-Opener-Policy', 'same-origin'],
  ...['Referrer-Policy', 'no-referrer'],
  ...['X-Frame-Options', 'DENY'],
  ...['X-Robots-Tag', 'noindex'],
];

const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

const wrongItem = ({ label, said }: Wrong, { formLocale = '', language }: Page): string => {
  if (label === null) return `<li>${escape(said)}</li>`;
  const lang = `lang="${escape(formLocale)}" dir="auto"`;
  return `<li><strong ${lang}>${escape(label)}</strong>${TEXTS[language].colon} ${escape(said)}</li>`;
};

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

/** Whoever has something to mend, or to send again, goes back and not on. */
const isOver = (status: number): boolean => status < 400 || [404, 405, 410].includes(status);

const onward = ({ status, language, organisation, link }: Page): string => {
  const { name, url } = organisation ?? {};
  const leads = isOver(status) && !link && name && url && isWeb(url);
  const own = leads ? { to: url, label: TEXTS[language].backTo(name) } : null;
  return [link ?? null, own]
    .flatMap((each) => each ?? [])
    .map(({ to, label }) => `<p><a href="${escape(to)}">${escape(label)}</a></p>`)
    .join('\n');
};

/** A small page of the plugin's own; nothing on it was sent by the visitor, and nothing names an action. */
export const pageReply = (page: Page): Reply => {
  const { status, language, title, text, organisation, wrong = [], advice = [] } = page;
  const items = wrong.map((each) => wrongItem(each, page)).join('\n');
  const body = shell({
    language,
    title,
    organisation: organisation?.name ?? null,
    main: [
      paragraph(text),
      items && `<ul>\n${items}\n</ul>`,
      ...advice.map(paragraph),
      onward(page),
    ].join('\n'),
  });
  const retry = page.retryAfter ? ['Retry-After', String(page.retryAfter)] : [];
  const allow = page.allow ? ['Allow', page.allow] : [];
  const headers = [...HEADERS, 'Content-Language', language, ...retry, ...allow];
  return { status, headers, body, etag: null };
};

/** Sends the visitor on; a reload there posts nothing again. */
export const onwardReply = (to: string): Reply => ({
  status: 303,
  headers: [
    ...['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store'],
    ...['Referrer-Policy', 'no-referrer', 'Location', to],
  ],
  body: 'See Other\n',
  etag: null,
});
