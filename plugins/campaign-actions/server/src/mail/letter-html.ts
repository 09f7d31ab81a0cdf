import { escape } from '../escape-html';
import type { Letter } from './letter';
import { LIGHT, STYLE } from './letter-style';
import type { MailLanguage, Passage } from './texts';

/** All lengths and edges are those of the line, so that a language written from the right fits too. */
const DIRECTION: Record<MailLanguage, 'ltr' | 'rtl'> = { en: 'ltr', fr: 'ltr' };

/** Mail programs of which some read no style sheet: what must not be lost stands at the element. */
const style = (...rules: string[]): string => ` style="${rules.join(';')}"`;

const SMALL = ['margin:0', 'font-size:0.875rem', `color:${LIGHT.soft}`, 'overflow-wrap:anywhere'];
const PARAGRAPH = ['margin:0 0 1.25rem', 'overflow-wrap:anywhere'];

const anchor = (url: string, label: string): string =>
  `<a class="ink" href="${escape(url)}"${style(`color:${LIGHT.ink}`)}>${escape(label)}</a>`;

/** A line that an editor began anew begins anew; an empty one begins a paragraph. */
const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => escape(paragraph.trim()).replace(/\n/g, '<br>\n'))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p dir="auto"${style(...PARAGRAPH)}>${paragraph}</p>`)
    .join('\n');

/** A cell with a colour: the one way in which every mail program draws a button. */
const button = (url: string, label: string): string => {
  const link = style(
    'display:inline-block',
    'padding:0.875rem 1.75rem',
    'border-radius:0.5rem',
    `color:${LIGHT.onStrong}`,
    'font-weight:600',
    'text-decoration:none',
  );
  const cell = style(`background:${LIGHT.strong}`, 'border-radius:0.5rem');
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"${style('margin:0 0 0.75rem')}>
<tr><td class="strong" bgcolor="${LIGHT.strong}"${cell}><a class="on-strong" href="${escape(url)}"${link}>${escape(label)}</a></td></tr>
</table>`;
};

const passageAsHtml = (passage: Passage): string => {
  switch (passage.type) {
    case 'text':
      return paragraphs(passage.text);
    case 'button':
      return `<p${style('margin:0 0 0.75rem')}>${escape(passage.lead)}</p>
${button(passage.url, passage.label)}
<p class="soft" dir="ltr"${style(...SMALL, 'margin-bottom:1.5rem', 'text-align:start')}>${anchor(passage.url, passage.url)}</p>`;
    case 'link':
      return `<p class="soft"${style(...SMALL, 'margin-bottom:1rem')}>${escape(passage.lead)} ${anchor(passage.url, passage.label)}</p>`;
    case 'code':
      return `<p class="soft"${style(...SMALL, 'margin-bottom:1rem')}>${escape(passage.before)} ${anchor(passage.page, passage.page)} ${escape(passage.after)}<br>
<span class="code" dir="ltr"${style('font-family:ui-monospace,monospace', `color:${LIGHT.ink}`)}>${escape(passage.code)}</span></p>`;
  }
};

const signatureAsHtml = (name: string): string =>
  `<p class="line" dir="auto"${style('margin:1.5rem 0 0', 'padding-top:1rem', `border-top:1px solid ${LIGHT.line}`, 'font-weight:600', 'overflow-wrap:anywhere')}>${escape(name)}</p>`;

/**
 * The letter as a page of its own: one column, nothing loaded from anywhere, light or dark as its
 * reader likes. Everything that came from people is escaped here, and only here.
 */
export const letterAsHtml = ({ subject, language, passages, signature }: Letter): string => {
  const body = style('margin:0', 'padding:1.5rem 1rem', `background:${LIGHT.paper}`);
  const page = style(
    'max-width:34rem',
    'margin:0 auto',
    'padding:1.75rem 1.5rem',
    'border-radius:0.875rem',
    `background:${LIGHT.card}`,
    `color:${LIGHT.ink}`,
    'font:1rem/1.55 system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif',
    'text-align:start',
  );
  return `<!doctype html>
<html lang="${language}" dir="${DIRECTION[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${escape(subject)}</title>
<style>${STYLE}</style>
</head>
<body class="paper"${body}>
<div class="card" role="article" aria-roledescription="email" aria-label="${escape(subject)}" lang="${language}"${page}>
${passages.map(passageAsHtml).join('\n')}
${signature ? signatureAsHtml(signature) : ''}
</div>
</body>
</html>
`;
};
