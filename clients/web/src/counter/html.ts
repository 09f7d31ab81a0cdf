import type { Counter } from '../contracts';
import { type Html, html } from '../html/tag';
import { shadowHtml } from '../html/shadow';
import { labelParts } from './label';
import { COUNTER_STYLE } from './style';

export interface CounterPlace {
  locale: string;
  /** Whether changes are left unsaid to screen readers: for all but one of the counters of a page. */
  quiet?: boolean;
  /** Below this number it shows nothing: nobody wants to be the first. */
  from?: number;
}

/** What stands inside: nothing while the editor has the counter hidden. */
export const counterHtml = (
  { label, total }: Counter,
  { locale, from = 0 }: CounterPlace,
): Html => {
  if (label === null || total === null || total < from) return html``;
  const parts = labelParts(label, total, locale);
  const said = parts
    ? html`${parts.before}<span part="number">${parts.number}</span>${parts.after}`
    : label;
  return html`<p part="label">${said}</p>
    <span class="unseen" role="status"></span>`;
};

/** The whole element, for a server. */
export const counterElementHtml = (counter: Counter, place: CounterPlace): Html =>
  shadowHtml(
    'campaign-counter',
    {
      action: counter.action,
      locale: place.locale,
      total: counter.total,
      revision: counter.revision,
      quiet: place.quiet,
      from: place.from,
    },
    COUNTER_STYLE,
    counterHtml(counter, place),
  );
