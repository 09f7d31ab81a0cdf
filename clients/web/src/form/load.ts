import { CampaignActionsError } from '../index';
import { type Html, html } from '../html/tag';
import type { Action } from '../contracts';
import type { Place } from '../page/place';
import { stateOf } from './state';
import { formTexts } from './texts';

/** An action with what has to be known about its page. */
export interface ActionInPlace {
  action: Action;
  place: Place;
}

/** What a server put beside its rendering of the form, if that is of this action. */
export const renderedData = (element: Element): ActionInPlace | null => {
  const script = element.querySelector(':scope > script[data-action]');
  if (!script) return null;
  const data = JSON.parse(script.textContent ?? '') as ActionInPlace;
  const id = element.getAttribute('action');
  const { documentId, slug } = data.action;
  return id === null || id === documentId || id === slug ? data : null;
};

const shownIn = (root: ParentNode): DOMStringMap =>
  root.querySelector<HTMLElement>('[data-screen]')?.dataset ?? {};

/** Two that ask for the same in the same words, and take it in the same way. */
export const isSameForm = (one: ActionInPlace, other: ActionInPlace, now: number): boolean =>
  one.action.documentId === other.action.documentId &&
  one.action.locale === other.action.locale &&
  one.action.form.version === other.action.form.version &&
  one.place.preview === other.place.preview &&
  stateOf(one.action, now) === stateOf(other.action, now);

export const isOfAction = (root: ParentNode, { documentId }: Action): boolean =>
  shownIn(root).action === documentId;

/** Whether what is shown is this form in this version: its exact words and rules. */
export const isFormOf = (root: ParentNode, action: Action): boolean =>
  isOfAction(root, action) &&
  shownIn(root).screen === 'open' &&
  shownIn(root).version === action.form.version;

/** As high as most forms are, so that little moves when one comes. */
export const skeletonHtml = (locale: string): Html =>
  html`<div class="skeleton">
    <p class="unseen" role="status">${formTexts(locale).loading}</p>
    <i></i><i></i><i></i><i></i><i></i>
  </div>`;

export const notLoadedHtml = (locale: string, problem: unknown): Html => {
  const texts = formTexts(locale);
  if (problem instanceof CampaignActionsError && problem.status === 404)
    return html`<p class="note" role="alert">${texts.notFound}</p>`;
  return html`<p class="note" role="alert">${texts.notLoaded}</p>
    <p>
      <button type="button" class="second" part="second-button" data-again>${texts.again}</button>
    </p>`;
};
