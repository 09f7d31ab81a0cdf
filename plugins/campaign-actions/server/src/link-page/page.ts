import { escape } from '../escape-html';
import script from './browser/page.js?raw';
import { STYLE_ONLY, shell, source } from './shell';
import { type Language, TEXTS } from './texts';

/** This one script, this one style sheet and the doors of this host: nothing else. */
export const CONTENT_SECURITY_POLICY = [
  ...STYLE_ONLY,
  `script-src ${source(script)}`,
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const json = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c');

const PURPOSES = ['confirm', 'reject', 'withdraw'] as const;

/** For browsers that run no script: the same deeds by posting a form. */
const plainForm = (language: Language): string => {
  const texts = TEXTS[language];
  const buttons = PURPOSES.map(
    (purpose) =>
      `<button class="choice" formaction="forms/${purpose}">${escape(texts[purpose].button)}</button>`,
  );
  return `<form id="plain" method="post" action="forms/confirm">
<input type="hidden" name="locale" value="${language}">
<label for="plain-code">${escape(texts.code)}</label>
<p id="plain-hint" class="hint">${escape(texts.plainHint)}</p>
<input id="plain-code" name="token" required aria-describedby="plain-hint" autocomplete="off" autocapitalize="none" spellcheck="false">
${buttons.join('\n')}
</form>`;
};

/**
 * The page that a link in a mail opens. The server cannot know what the link is for, since the token
 * stays in the fragment: the script reads it there, and puts its own words in place of the form for
 * those whose browser runs none. Nothing on it names an action.
 */
export const linkPage = (language: Language, organisation: string | null): string => {
  const texts = TEXTS[language];
  const other = language === 'en' ? 'fr' : 'en';
  return shell({
    language,
    title: texts.title,
    organisation,
    beside: `<a id="other-language" href="?locale=${other}" lang="${other}" hreflang="${other}">${escape(texts.otherLanguage)}</a>`,
    main: `<p id="about">${escape(texts.withoutScript)}</p>
${plainForm(language)}
<form id="form" hidden>
<div id="paste">
<label for="code">${escape(texts.code)}</label>
<p id="hint" class="hint">${escape(texts.codeHint)}</p>
<input id="code" aria-describedby="hint" autocomplete="off" autocapitalize="none" spellcheck="false">
</div>
<button id="button"></button>
<button id="paste-instead" type="button">${escape(texts.pasteInstead)}</button>
</form>
<p id="said" role="status"></p>`,
    end: `<script id="texts" type="application/json">${json(texts)}</script>
<script type="module">${script}</script>`,
  });
};
