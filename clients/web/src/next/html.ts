import type { Action } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { nextTexts } from './texts';

/** Leads on to another action, which takes this one's place: it needs no page of its own. */
export const nextActionHtml = ({ thanks, locale }: Action): Html | null => {
  const next = thanks?.nextAction;
  if (!next) return null;
  const texts = nextTexts(locale);
  return html`<aside class="next by-script" part="next">
    <h3>${texts.heading}</h3>
    ${next.title && html`<p>${next.title}</p>`}<button
      type="button"
      class="main"
      part="button"
      ${attributes({ 'data-next': next.documentId })}
    >
      ${texts[next.kind]}
    </button>
  </aside>`;
};
