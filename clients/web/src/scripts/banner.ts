import { type Html, attributes, html } from '../html/tag';
import type { Category, Choices } from './consent';
import { scriptsTexts } from './texts';

/** What asks for consent: to accept and to refuse are two buttons alike. */
export const bannerHtml = (
  categories: readonly Category[],
  choices: Choices,
  locale: string,
): Html => {
  const texts = scriptsTexts(locale);
  const boxes = categories.map((category) => {
    const { name, about } = texts.categories[category];
    const box = { type: 'checkbox', name: category, checked: choices[category] === true };
    return html`<label part="category"
      ><input ${attributes(box)} /> <span><strong>${name}</strong> ${about}</span></label
    >`;
  });
  return html`<section part="consent" aria-labelledby="heading">
    <form>
      <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
      <p>${texts.about}</p>
      <div part="buttons">
        <button part="button" type="button" data-all="yes">${texts.acceptAll}</button
        ><button part="button" type="button" data-all="no">${texts.refuseAll}</button>
      </div>
      <details part="choose">
        <summary>${texts.choose}</summary>
        ${boxes}<button part="button" type="submit">${texts.save}</button>
      </details>
    </form>
  </section>`;
};
