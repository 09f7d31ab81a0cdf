import { createHash } from 'node:crypto';
import { escape } from '../escape-html';
import style from './browser/page.css?raw';
import type { Language } from './texts';

/** A text that a policy allows, by its hash. */
export const source = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of a page that has this style sheet, and forms that go to this host. */
export const STYLE_ONLY = [
  "default-src 'none'",
  `style-src ${source(style)}`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** What differs from page to page; everything but the three plain texts is HTML. */
export interface Shell {
  language: Language;
  title: string;
  organisation: string | null;
  /** In the upper corner, beside the organisation's name. */
  beside?: string;
  /** Below the heading. */
  main: string;
  /** Behind everything. */
  end?: string;
}

/** A small page of the plugin's own; it needs no other file. */
export const shell = ({ language, title, organisation, beside, main, end }: Shell): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p>${escape(organisation ?? '')}</p>
${beside ?? ''}
</header>
<main>
<h1 id="heading" tabindex="-1">${escape(title)}</h1>
${main}
</main>
${end ?? ''}
</body>
</html>
`;
