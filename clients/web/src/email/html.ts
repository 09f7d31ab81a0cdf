import type { Action } from '../contracts';
import { type Html, html } from '../html/tag';
import { paperHtml, pointsHtml, saidHtml, stepHtml, writingButtonHtml } from '../letter/html';
import { letterTexts } from '../letter/texts';
import { mailLinkHtml } from './link-html';
import { addressesOf } from './mailto';

/** The e-mail, whom it goes to, and the ways to send it. */
export const emailHtml = (action: Action, names: Html): Html | null => {
  const { letter, locale } = action;
  if (!letter) return null;
  const texts = letterTexts(locale);
  const addresses = addressesOf(action);
  return html`<div class="stage" data-writing>
      ${stepHtml(1, texts.yourEmail, 'write')}${names}${pointsHtml(letter, locale)}${paperHtml(letter, locale, texts.yourEmail)}
      <div class="buttons">${writingButtonHtml('edit', texts.edit)}</div>
    </div>
    <div class="stage">
      ${stepHtml(2, texts.sendEmail, 'send')}${
        addresses.length > 0 &&
        html`<p class="soft">${texts.address}</p>
          <address part="address" dir="ltr">${addresses.join(', ')}</address>`
      }
      <div class="buttons">
        ${mailLinkHtml(action, texts.openMail, true)}${writingButtonHtml('copy', texts.copy)}
      </div>
      ${saidHtml}
    </div>`;
};
