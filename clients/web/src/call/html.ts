import type { Action, Call } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { namedHtml, stepHtml } from '../letter/html';
import { isOpenAt, isTimeZone, momentThere } from './hours';
import { callTexts } from './texts';

/** Digits alone, so that every phone understands it; behind a country's code there is no `(0)`. */
export const telephone = (number: string): string => {
  const dialled = number.trim().startsWith('+') ? number.replace(/\(0\)/g, '') : number;
  return `tel:${dialled.replace(/[^+\d]/g, '')}`;
};

const hoursHtml = ({ hours, timeZone }: Call, locale: string): Html | null =>
  hours || timeZone
    ? html`<p class="hours" part="hours">
        ${
          hours &&
          html`<strong>${callTexts(locale).hours}</strong><br />
            ${hours}${timeZone && ` (${timeZone})`}`
        } <span data-there></span>
      </p>`
    : null;

/** What is true this minute, and so said by the script alone. */
export const nowThere = ({ hours, timeZone }: Call, locale: string, now: Date): string => {
  if (!timeZone || !isTimeZone(timeZone)) return '';
  const texts = callTexts(locale);
  const open = hours ? isOpenAt(hours, timeZone, now) : null;
  const { day, time } = momentThere(locale, timeZone, now);
  const said = texts.there.replace('{day}', () => day).replace('{time}', () => time);
  return [said, open !== null && (open ? texts.open : texts.closed)].filter(Boolean).join(' ');
};

/** The numbers, when to call them, and what to say. */
export const callHtml = ({ call, locale }: Action, names: Html): Html | null => {
  if (!call) return null;
  const texts = callTexts(locale);
  return html`<div class="stage" data-writing>
    ${stepHtml(1, texts.call, 'call')}${hoursHtml(call, locale)}
    <ul class="numbers">
      ${call.numbers.map(
        ({ label, number }) =>
          html`<li>
            <a class="second strong" part="second-button" ${attributes({ href: telephone(number) })}
              >${label && html`<span>${label}</span> `}<span class="digits" dir="ltr"
                >${number}</span
              ></a
            >
          </li>`,
      )}
    </ul>
    ${
      call.script &&
      html`${names}
        <h4>${texts.script}</h4>
        <div class="paper" part="letter" dir="auto">
          <p class="lines">${namedHtml(call.script, `[${texts.yourName}]`)}</p>
        </div>`
    }
  </div>`;
};
