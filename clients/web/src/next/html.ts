import type { Action } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { type Place, actionAddress } from '../page/place';
import { nextTexts } from './texts';

/** Leads on to another action: to its own page, or, where it has none, into this one's place. */
export const nextActionHtml = (
  { thanks, locale }: Action,
  place: Pick<Place, 'actionUrl' | 'locale'>,
): Html | null => {
  const next = thanks?.nextAction;
  if (!next) return null;
  const texts = nextTexts(locale);
  const href = actionAddress(place, next);
  const way = href
    ? html`<a class="main" part="button" ${attributes({ href })}>${texts[next.kind]}</a>`
    : html`<button
        type="button"
        class="main"
        part="button"
        ${attributes({ 'data-next': next.documentId })}
      >
        ${texts[next.kind]}
      </button>`;
  return html`<aside part="next" ${attributes({ class: href ? 'next' : 'next by-script' })}>
    <h3>${texts.heading}</h3>
    ${next.title && html`<p>${next.title}</p>`}${way}
  </aside>`;
};
