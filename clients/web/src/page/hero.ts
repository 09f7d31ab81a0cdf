import type { Campaign } from '../contracts';
import { type Html, html } from '../html/tag';
import { imageHtml } from '../image/html';
import { ACT } from './frame';
import type { Place } from './place';
import { pageTexts } from './texts';

const LONGEST_BIG = 4;
/** It covers its place: on a narrow screen it is wider than that. */
const SIZES = '(max-width: 60rem) 40rem, 100vw';

/** The key figure over its image, with the page's one first heading. */
export const heroHtml = ({ title, hero, action }: Campaign, { locale }: Place): Html => {
  const { figure = null, statement = null, image = null } = hero ?? {};
  const length = (figure?.length ?? 0) > LONGEST_BIG ? ' campaign-long' : '';
  const picture =
    image && imageHtml(image, { sizes: SIZES, isFirst: true, className: 'campaign-backdrop' });
  return html`<div class="campaign-hero">
    ${picture}
    <div class="campaign-inner">
      <h1>${title}</h1>
      ${
        (figure || statement) &&
        html`<p class="campaign-key${length}">
          ${figure && html`<strong>${figure}</strong> `}<span>${statement}</span>
        </p>`
      }${
        action &&
        html`<a class="campaign-button" href="#${ACT}">${pageTexts(locale).takeAction}</a>`
      }
    </div>
  </div>`;
};
