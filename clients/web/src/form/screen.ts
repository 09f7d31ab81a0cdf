import type { Action } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { directionOf } from '../locale';

/** Everything that an action shows, in its own language and direction: the form, and what comes in its place. */
export const screenHtml = (
  { documentId, form, locale }: Pick<Action, 'documentId' | 'form' | 'locale'>,
  name: string,
  inside: Html,
): Html =>
  html`<section
    class="screen"
    ${attributes({
      part: name,
      lang: locale,
      dir: directionOf(locale),
      'data-screen': name,
      'data-action': documentId,
      'data-version': form.version,
    })}
  >
    ${inside}
  </section>`;

/** What is shown next begins with a heading that takes the focus. */
export const headingHtml = (text: string): Html =>
  html`<h2 tabindex="-1" data-heading part="heading">${text}</h2>`;

/** An editor's plain text, its paragraphs as they were written. */
export const linesHtml = (text: string | null, name = 'text'): Html | null =>
  text
    ? html`<p${attributes({ class: 'lines', part: name, dir: 'auto' })}>${text.trim()}</p>`
    : null;
