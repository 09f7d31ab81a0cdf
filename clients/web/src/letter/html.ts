import type { Action, Letter } from '../contracts';
import { mailLinkHtml } from '../email/link-html';
import { type Html, attributes, html } from '../html/tag';
import { linesHtml } from '../form/screen';
import { aroundName } from './write';
import { letterTexts, nobodyIn } from './texts';

/** The step's own number is said too: steps are done one after the other. */
export const stepHtml = (step: number, title: string, id: string): Html =>
  html`<h3 class="step" ${attributes({ id })}><span class="number">${step}</span> ${title}</h3>`;

const writerHtml = (name: string): Html =>
  html`<span class="writer" data-writer${attributes({ 'data-nobody': name })}>${name}</span>`;

/** A text with places that follow the name that is typed. */
export const namedHtml = (text: string, nobody: string): Html => {
  const [first = '', ...rest] = aroundName(text);
  return html`${first}${rest.map((part) => html`${writerHtml(nobody)}${part}`)}`;
};

const paragraphsHtml = (text: string | null, nobody: string): Html[] =>
  (text ?? '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => html`<p class="lines">${namedHtml(paragraph, nobody)}</p>`);

/** The letter as on paper, and behind it a box to change it in, under this name. */
export const paperHtml = (letter: Letter, locale: string, name: string): Html => {
  const nobody = nobodyIn(locale);
  const { salutation, body, closing } = letter;
  return html`<div class="paper" part="letter" dir="auto" data-paper>
      ${[salutation, body, closing].map((text) => paragraphsHtml(text, nobody))}
      <p>${writerHtml(nobody)}</p>
    </div>
    <textarea
      class="paper"
      part="control letter"
      dir="auto"
      data-own-words
      hidden${attributes({ 'aria-label': name, rows: 18 })}
    ></textarea>`;
};

export const pointsHtml = ({ talkingPoints, body }: Letter, locale: string): Html | null => {
  if (talkingPoints.length === 0) return null;
  const texts = letterTexts(locale);
  const points = html`<ul>
    ${talkingPoints.map((point) => html`<li>${point}</li>`)}
  </ul>`;
  return body
    ? html`<details part="points">
        <summary>${texts.points}</summary>
        ${points}
      </details>`
    : html`<div part="points">
        <p><strong>${texts.pointsOwnWords}</strong></p>
        ${points}
      </div>`;
};

export const writingButtonHtml = (deed: 'edit' | 'copy' | 'print' | 'insert', text: string): Html =>
  html`<button
    type="button"
    class="second by-script"
    part="second-button"
    ${attributes({ 'data-letter': deed })}
  >
    ${text}
  </button>`;

/** Filled by the script, which knows the name and the changes. */
export const saidHtml = html`<p class="said" role="status" data-letter-said></p>`;

/** The letter itself, the address it goes to, and the ways to send it; `names` are the form's own fields. */
export const letterHtml = (action: Action, names: Html): Html | null => {
  const { letter, locale } = action;
  if (!letter) return null;
  const texts = letterTexts(locale);
  const { name, postalAddress } = letter.recipient;
  return html`<div class="stage" data-writing>
      ${stepHtml(1, texts.yourLetter, 'write')}${names}${pointsHtml(letter, locale)}${paperHtml(letter, locale, texts.yourLetter)}
      <div class="buttons">${writingButtonHtml('edit', texts.edit)}</div>
    </div>
    <div class="stage">
      ${stepHtml(2, texts.sendIt, 'send')}${
        (name || postalAddress) &&
        html`<p class="soft">${texts.address}</p>
          <address part="address">
            ${linesHtml([name, postalAddress].filter(Boolean).join('\n'))}
          </address>`
      }
      <div class="buttons">
        ${writingButtonHtml('print', texts.print)}${writingButtonHtml('copy', texts.copy)}${mailLinkHtml(action, texts.mail, false)}
      </div>
      ${saidHtml}
    </div>`;
};
