import type { FurtherAction } from '../contracts';
import { counterElementHtml } from '../counter/html';
import { type Html, attributes, html, safeUrl } from '../html/tag';
import type { Way } from '../section/html';
import { type Place, actionAddress } from './place';
import { pageTexts } from './texts';

const words = ({ label, title }: FurtherAction): Html =>
  html`<span class="campaign-label">${label}</span> <span class="campaign-title">${title}</span>`;

const idOf = (documentId: string): string => `campaign-further-${documentId}`;

/** To where a further action without a page of its own stands on this one; null where it is none of them. */
export const wayToFurther = (all: readonly FurtherAction[], documentId: string): Way | null => {
  const further = all.find(({ action }) => action?.documentId === documentId);
  return further
    ? { href: `#${idOf(documentId)}`, isByScript: safeUrl(further.url) === null }
    : null;
};

/** Null for one that leads nowhere, such as to an action that was taken back. */
const furtherHtml = (
  further: FurtherAction,
  place: Place,
): { item: Html; live: boolean } | null => {
  const { action, url } = further;
  const counter =
    action?.counter &&
    counterElementHtml(action.counter, { locale: place.locale, quiet: true, from: 1 });
  const id = action && idOf(action.documentId);
  const href = (action && actionAddress(place, action)) ?? safeUrl(url);
  if (href)
    return {
      live: false,
      item: html`<li${attributes({ id })}>
        <h3><a href="${href}">${words(further)}</a></h3>
        ${counter}
      </li>`,
    };
  if (!action) return null;
  // Its form comes when it is opened.
  return {
    live: true,
    item: html`<li class="campaign-by-script" ${attributes({ id })}>
      <details ${attributes({ 'data-action': action.documentId })}>
        <summary>${words(further)}</summary>
      </details>
      ${counter}
    </li>`,
  };
};

/** What else can be done, each with its own live counter. */
export const furtherActionsHtml = (all: readonly FurtherAction[], place: Place): Html | null => {
  const shown = all.flatMap((further) => furtherHtml(further, place) ?? []);
  if (shown.length === 0) return null;
  const name = shown.every(({ live }) => live)
    ? 'campaign-further campaign-by-script'
    : 'campaign-further';
  return html`<section class="${name}">
    <div class="campaign-inner">
      <h2>${pageTexts(place.locale).furtherActions}</h2>
      <ul>
        ${shown.map(({ item }) => item)}
      </ul>
    </div>
  </section>`;
};
