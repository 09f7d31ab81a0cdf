import type { Counter } from '../contracts';
import { CampaignElement, define } from '../element/campaign-element';
import { parsed } from '../element/parsed';
import { formatted } from '../locale';
import { announcer } from './announce';
import { countUp } from './count-up';
import { counterHtml } from './html';
import { followCounter } from './live';
import { passesAt } from './revision';
import { COUNTER_STYLE } from './style';

/**
 * `<campaign-counter action="ID">`: how many have taken action, in the editor's own sentence, live.
 * `quiet` leaves changes unsaid to screen readers; with `from`, it shows nothing below that number.
 */
export class CampaignCounter extends CampaignElement {
  static override readonly style = COUNTER_STYLE;
  #counting = new AbortController();
  #isInView = true;

  /** A counter that is known already; an older one than is shown changes nothing. */
  set data(counter: Counter) {
    this.#take(counter);
  }

  protected override changed(): void {
    super.changed();
    this.removeAttribute('total');
    this.removeAttribute('revision');
  }

  protected connected(leaving: AbortSignal): void {
    const action = this.getAttribute('action');
    if (!action) return;
    const announce = announcer(() => this.root.querySelector('[role=status]'), leaving);
    this.#watchView(leaving);
    followCounter(
      this.client,
      this.baseUrl,
      this.locale,
      action,
      (counter) => {
        const isNews = this.#take(counter);
        if (isNews && this.#isInView && !this.hasAttribute('quiet')) announce(counter.label ?? '');
      },
      leaving,
    );
  }

  /** What is off screen says nothing. */
  #watchView(leaving: AbortSignal): void {
    const observer = new IntersectionObserver((entries) => {
      this.#isInView = entries.at(-1)?.isIntersecting ?? true;
    });
    observer.observe(this);
    leaving.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  /** The number that is shown already; nothing while there is none. */
  get #total(): number | null {
    const total = this.getAttribute('total');
    return total === null ? null : Number(total);
  }

  /** @returns whether it says another number than before */
  #take(counter: Counter): boolean {
    if (!passesAt(this, counter)) return false;
    const { total, label } = counter;
    const before = this.#total;
    const said = this.root.querySelector('[part=label]')?.textContent ?? null;
    if (before === total && said === label) return false;
    this.#counting.abort();
    this.#write(counter);
    if (total === null) this.removeAttribute('total');
    else this.setAttribute('total', String(total));
    if (before === null || total === null || before === total) return false;
    this.#countUp(before, total);
    return true;
  }

  /** A region that says changes stays the very same, or nobody hears it. */
  #write(counter: Counter): void {
    const from = Number(this.getAttribute('from') ?? 0);
    const made = counterHtml(counter, { locale: this.locale, from });
    const shown = this.root.querySelector('[part=label]');
    const next = parsed(made).querySelector('[part=label]');
    if (shown && next) shown.replaceWith(next);
    else this.show(made);
  }

  #countUp(from: number, to: number): void {
    const number = this.root.querySelector('[part=number]');
    const last = number?.textContent ?? '';
    if (!number) return;
    this.#counting = new AbortController();
    const show = (now: number): void => {
      number.textContent = now === to ? last : formatted(now, this.locale);
    };
    countUp(from, to, show, this.#counting.signal);
  }
}

define('campaign-counter', CampaignCounter);
