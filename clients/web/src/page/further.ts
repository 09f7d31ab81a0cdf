import type { FurtherAction } from '../contracts';
import { counterElementHtml } from '../counter/html';
import { type Html, attributes, html, safeUrl } from '../html/tag';
import { type Place, actionAddress } from './place';
import { pageTexts } from './texts';

const words = ({ label, title }: FurtherAction): Html =>
  html`<span class="campaign-label">${label}</span> <span class="campaign-title">${title}</span>`;

const furtherHtml = (further: FurtherAction, place: Place): Html => {
  const { action, url } = further;
  const counter =
    action?.counter &&
    counterElementHtml(action.counter, { locale: place.locale, quiet: true, from: 1 });
  const href = (action && actionAddress(place, action)) ?? safeUrl(url);
  if (href)
    return html`<li>
      <h3><a href="${href}">${words(further)}</a></h3>
      ${counter}
    </li>`;
  // Its form comes when it is opened.
  const open = action && attributes({ 'data-action': action.documentId });
  return html`<li>
    <details ${open}><summary>${words(further)}</summary></details>
    ${counter}
  </li>`;
};

/** What else can be done, each with its own live counter. */
export const furtherActionsHtml = (all: readonly FurtherAction[], place: Place): Html | null =>
  all.length === 0
    ? null
    : html`<section class="campaign-further">
        <div class="campaign-inner">
          <h2>${pageTexts(place.locale).furtherActions}</h2>
          <ul>
            ${all.map((further) => furtherHtml(further, place))}
          </ul>
        </div>
      </section>`;
