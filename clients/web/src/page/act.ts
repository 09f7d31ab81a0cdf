import type { Action } from '../contracts';
import { counterElementHtml } from '../counter/html';
import { formElementHtml } from '../form/html';
import { type Html, html } from '../html/tag';
import { progressElementHtml } from '../progress/html';
import { ACT } from './frame';
import type { Place } from './place';
import { pageTexts } from './texts';

/** Where something is done: how many have, what is asked of whom, and the form. */
export const actHtml = (action: Action, title: string | null, place: Place): Html => {
  const { locale } = place;
  const { counter, statement, targets } = action;
  const heading = action.title !== title && action.title && html`<h2>${action.title}</h2>`;
  return html`<div class="campaign-act" id="${ACT}" tabindex="-1">
    ${
      counter && [counterElementHtml(counter, { locale }), progressElementHtml(counter, { locale })]
    }${heading}${statement && html`<p class="campaign-statement">${statement}</p>`}${
      targets.length > 0 &&
      html`<p class="campaign-targets">
        <span>${pageTexts(locale).addressedTo}</span>
        <strong
          >${targets
            .map(({ name, role }) => (role ? `${name}, ${role}` : name))
            .join(' · ')}</strong
        >
      </p>`
    }${formElementHtml(action, place)}
  </div>`;
};
