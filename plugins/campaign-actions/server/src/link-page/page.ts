import { createHash } from 'node:crypto';
import { escape } from '../escape-html';
import script from './browser/page.js?raw';
import style from './browser/page.css?raw';
import { type Language, TEXTS } from './texts';

const source = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** This one script, this one style sheet and the doors of this host: nothing else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src ${source(script)}`,
  `style-src ${source(style)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const json = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');

/**
 * The page that a link in a mail opens. The server cannot know what the link is for, since the token
 * stays in the fragment: the script reads it there, and puts its own words in place of the sentence
 * for those whose browser runs none. Nothing on it names an action.
 */
export const linkPage = (language: Language, organisation: string | null): string => {
  const texts = TEXTS[language];
  const other = language === 'en' ? 'fr' : 'en';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(texts.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p>${escape(organisation ?? '')}</p>
<a id="other-language" href="?locale=${other}" lang="${other}" hreflang="${other}">${escape(texts.otherLanguage)}</a>
</header>
<main>
<h1 id="heading" tabindex="-1">${escape(texts.title)}</h1>
<p id="about">${escape(texts.withoutScript)}</p>
<form id="form" hidden>
<div id="paste">
<label for="code">${escape(texts.code)}</label>
<p id="hint">${escape(texts.codeHint)}</p>
<input id="code" aria-describedby="hint" autocomplete="off" autocapitalize="none" spellcheck="false">
</div>
<button id="button"></button>
<button id="paste-instead" type="button">${escape(texts.pasteInstead)}</button>
</form>
<p id="said" role="status"></p>
</main>
<script id="texts" type="application/json">${json(texts)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
};
