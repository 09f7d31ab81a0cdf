import type { Consent } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { radiosHtml, tickHtml } from './field-html';
import { consentPath, controlName } from './names';
import { formTexts } from './texts';

/** What somebody is asked to agree to: never ticked before they do. */
export const consentHtml = (consent: Consent, locale: string): Html => {
  const { text, required, display } = consent;
  const name = controlName(consentPath(consent));
  const texts = formTexts(locale);
  const mark = required ? texts.required : display === 'checkbox' && texts.optional;
  const words = html`${text}${mark && html` <span class="mark">(${mark})</span>`}`;
  const described = `${name}-problem`;
  const inside =
    display === 'yes-no'
      ? radiosHtml(name, words, described, true, [
          { value: 'true', text: texts.yes },
          { value: 'false', text: texts.no },
        ])
      : tickHtml(
          name,
          html`<input
            type="checkbox"
            value="true"
            ${attributes({ id: name, name, required, 'aria-describedby': described })}
          />`,
          words,
        );
  return html`<div class="field consent" part="consent" ${attributes({ 'data-field': name })}>
    ${inside}
  </div>`;
};
