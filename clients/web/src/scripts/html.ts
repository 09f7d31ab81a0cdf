import type { Script } from '../contracts';
import { Html, attributes, dataScript, html } from '../html/tag';

type Placement = Script['placement'];

/** What would end a script element early, or begin a state of the parser in which it does not end. */
const LEAVES_ELEMENT = /<\/script|<!--/i;

export const isReadyForHtml = ({ consentCategory, src, inline }: Script): boolean =>
  consentCategory === 'necessary' && (src !== null || !LEAVES_ELEMENT.test(inline ?? ''));

/** As an editor wrote it: its address with its fingerprint, or its own code, whose hash the policy names. */
const scriptHtml = ({ src, inline, integrity, async, defer }: Script): Html => {
  if (src === null) return new Html(`<script>${inline ?? ''}</script>`);
  const crossorigin = integrity && 'anonymous';
  return html`<script ${attributes({ src, integrity, crossorigin, async, defer })}></script>`;
};

/** The scripts of one place that a page needs; a server puts them into `<head>` and `<body>`. */
export const scriptsHtml = (scripts: readonly Script[], placement: Placement): Html => {
  const ready = scripts.filter(
    (script) => isReadyForHtml(script) && script.placement === placement,
  );
  return html`${ready.map(scriptHtml)}`;
};

/** All others, as data, for the page's element to run once it may. */
export const waitingScriptsHtml = (scripts: readonly Script[]): Html | null => {
  const waiting = scripts.filter((script) => !isReadyForHtml(script));
  return waiting.length === 0 ? null : dataScript(waiting, 'data-scripts');
};
