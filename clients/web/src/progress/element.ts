import type { Counter } from '../contracts';
import { followCounter } from '../counter/live';
import { passesAt } from '../counter/revision';
import { CampaignElement, define } from '../element/campaign-element';
import { parsed } from '../element/parsed';
import { progressHtml } from './html';
import { PROGRESS_STYLE } from './style';

/** `<campaign-progress action="ID">`: how far it is to the goal, live. */
export class CampaignProgress extends CampaignElement {
  static override readonly style = PROGRESS_STYLE;

  /** A counter that is known already; an older one than is shown changes nothing. */
  set data(counter: Counter) {
    this.#take(counter);
  }

  protected override changed(): void {
    super.changed();
    this.removeAttribute('revision');
  }

  protected connected(leaving: AbortSignal): void {
    const action = this.getAttribute('action');
    if (!action) return;
    const { client, baseUrl, locale } = this;
    followCounter(client, baseUrl, locale, action, (counter) => this.#take(counter), leaving);
  }

  /** The bar that is there moves; what is not there is made. */
  #take(counter: Counter): void {
    if (!passesAt(this, counter)) return;
    const bar = this.root.querySelector('progress');
    const goal = this.root.querySelector('[part=goal]');
    const made = progressHtml(counter, { locale: this.locale });
    if (!bar || !goal || counter.total === null || counter.goal === null) return this.show(made);
    const next = parsed(made);
    const { max, value } = next.querySelector('progress') ?? bar;
    Object.assign(bar, { max, value });
    const sentence = next.querySelector('[part=goal]')?.textContent ?? '';
    if (goal.textContent !== sentence) goal.textContent = sentence;
  }
}

define('campaign-progress', CampaignProgress);
