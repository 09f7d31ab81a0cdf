import type { Action } from '../contracts';
import { counterElementHtml } from '../counter/html';
import { formElementHtml } from '../form/html';
import { type Html, html } from '../html/tag';
import { progressElementHtml } from '../progress/html';
import { ACT } from './frame';
import type { Place } from './place';

/** Where something is done: how many have, how many more it takes, and the form. */
export const actHtml = (action: Action, place: Place): Html => {
  const { locale } = place;
  const { counter } = action;
  const counted = counter && [
    counterElementHtml(counter, { locale }),
    progressElementHtml(counter, { locale }),
  ];
  return html`<div class="campaign-act" id="${ACT}" tabindex="-1">
    ${counted}${formElementHtml(action, place)}
  </div>`;
};
