import type { Counter } from '../contracts';
import { type Html, html } from '../html/tag';
import { shadowHtml } from '../html/shadow';
import { formatted } from '../locale';
import { PROGRESS_STYLE } from './style';
import { progressTexts } from './texts';

/** What stands inside: nothing where there is no goal, or the counter is hidden. */
export const progressHtml = (
  { total, goal, remaining }: Counter,
  { locale }: { locale: string },
): Html => {
  if (total === null || goal === null) return html``;
  const texts = progressTexts(locale);
  const left = remaining ?? Math.max(goal - total, 0);
  const sentence = (left > 0 ? texts.more : texts.reached)
    .replace('{remaining}', formatted(left, locale))
    .replace('{goal}', formatted(goal, locale));
  return html`<progress
      part="bar"
      max="${goal}"
      value="${Math.min(total, goal)}"
      aria-label="${texts.name}"
    ></progress>
    <p part="goal">${sentence}</p>`;
};

/** The whole element, for a server. */
export const progressElementHtml = (counter: Counter, { locale }: { locale: string }): Html =>
  shadowHtml(
    'campaign-progress',
    { action: counter.action, locale, revision: counter.revision },
    PROGRESS_STYLE,
    progressHtml(counter, { locale }),
  );
