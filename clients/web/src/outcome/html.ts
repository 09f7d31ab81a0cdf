import type { Action } from '../contracts';
import { headingHtml, linesHtml, screenHtml } from '../form/screen';
import { type Html, attributes, html } from '../html/tag';
import { inOneLine, writtenIn } from '../locale';
import { nextActionHtml } from '../next/html';
import type { Place } from '../page/place';
import { outcomeTexts } from './texts';

/** What became of it, as soon as an editor says so. */
export const outcomeHtml = ({ outcome, locale }: Action): Html | null =>
  outcome.state === 'none'
    ? null
    : html`<div part="outcome" ${attributes({ class: `outcome ${outcome.state}` })}>
        <p class="stamp">${outcomeTexts(locale)[outcome.state]}</p>
        ${linesHtml(outcome.text)}
      </div>`;

export const closedHtml = (action: Action, place: Place): Html => {
  const texts = outcomeTexts(action.locale);
  const { state, text } = action.outcome;
  return screenHtml(
    action,
    'closed',
    html`${headingHtml(state === 'none' ? texts.closed : texts[state])}${text && html`<div class="outcome" part="outcome">${linesHtml(text)}</div>`}${linesHtml(action.closedMessage ?? texts.closedText)}${nextActionHtml(action, place)}`,
  );
};

/** The day and the time with its zone: whoever reads it may be anywhere. */
const moment = (locale: string, at: string, timeZone: string | undefined): string =>
  inOneLine(
    new Intl.DateTimeFormat(writtenIn(locale), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    }).format(new Date(at)),
  );

/** @param timeZone the reader's; a server does not know it, and says UTC */
export const scheduledHtml = (action: Action, timeZone?: string): Html => {
  const { locale, opensAt, statement } = action;
  const texts = outcomeTexts(locale);
  const [before, after] = texts.opensOn.split('{date}');
  return screenHtml(
    action,
    'scheduled',
    html`${headingHtml(texts.scheduled)}${opensAt && html`<p class="when">${before}<time${attributes({ datetime: opensAt })}>${moment(locale, opensAt, timeZone)}</time>${after}</p>`}${linesHtml(statement)}`,
  );
};
