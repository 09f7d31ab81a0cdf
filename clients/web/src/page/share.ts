import type { Action } from '../contracts';
import { type Html, html } from '../html/tag';
import type { Place } from './place';

/** How to tell others, for those who have read to the end. */
export const shareSectionHtml = (
  _action: Action | null,
  _title: string | null,
  _place: Place,
): Html => html``;
