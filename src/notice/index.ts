import { escape } from 'campaign-actions-web/html';
import type { Context } from 'koa';
import { hashOf } from '../policy/hash';
import type { Language } from '../visitor/language';

/** A page that says one thing. */
export interface Said {
  title: string;
  text: string;
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1d28;--soft:#565b6e;--paper:#fbfaf7}
@media (prefers-color-scheme:dark){:root{--ink:#eceaf4;--soft:#a9abbd;--paper:#11131e}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:36rem;margin:0 auto;padding:3.5rem 1.25rem}
h1{font-size:1.875rem;line-height:1.2;margin:0 0 .75rem;text-wrap:balance}
p{margin:0;color:var(--soft)}`;

const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const page = (language: Language, { title, text }: Said): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(text)}</p>
</main>
</body>
</html>
`;

/** Answers a person with a sentence in place of what they wanted to see; nobody keeps it. */
export const answerNotice = (
  ctx: Context,
  language: Language,
  status: number,
  said: Said,
): void => {
  ctx.set({
    'Cache-Control': 'no-store',
    'Content-Language': language,
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
  });
  ctx.status = status;
  ctx.type = 'html';
  ctx.body = page(language, said);
};
