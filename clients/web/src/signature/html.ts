import type { Action } from '../contracts';
import { headingHtml, screenHtml } from '../form/screen';
import { type Html, html } from '../html/tag';
import type { Remembered } from './remember';
import { signatureTexts } from './texts';

/** Says of everything that is shown of a draft what it is worth. */
export const previewHtml = (locale: string): Html =>
  html`<p class="note" part="preview">${signatureTexts(locale).preview}</p>`;

/** After signing, where a mail has to be answered before it counts. */
export const almostThereHtml = (
  action: Action,
  email: string,
  rehearsed: boolean,
  share: Html | null,
): Html => {
  const texts = signatureTexts(action.locale);
  const [before, after] = texts.sentTo.split('{email}');
  return screenHtml(
    action,
    'almost-there',
    html`${headingHtml(texts.almost)}${rehearsed && html`<p class="note">${texts.rehearsed}</p>`}
      <p>${before}<strong class="address" dir="ltr">${email}</strong>${after}</p>
      <ol class="steps">
        <li>${texts.open}</li>
        <li>${texts.press}</li>
      </ol>
      <p><strong>${texts.notBefore}</strong></p>
      <p>${texts.noMail} ${texts.spam}</p>
      <p>
        ${texts.wrong}<br />
        <button type="button" class="link" part="link-button" data-correct>${texts.correct}</button>
      </p>
      ${share}`,
  );
};

/** Where this browser remembers it; two people may share it, so the form is one press away. */
export const takenPartHtml = (
  action: Action,
  remembered: Remembered,
  next: Html | null,
  share: Html | null,
): Html => {
  const texts = signatureTexts(action.locale);
  const text = remembered === 'confirmation-sent' ? texts.waitsText : texts.takenText;
  return screenHtml(
    action,
    'taken-part',
    html`${headingHtml(texts.taken)}
      <p>${text}</p>
      <p>
        <button type="button" class="second" part="second-button" data-for-another>
          ${texts.forAnother}
        </button>
      </p>
      ${next}${share}`,
  );
};
