import type { Script } from '../contracts';
import { CampaignElement, define } from '../element/campaign-element';
import { bannerHtml } from './banner';
import { type Choices, askedFor, isAllowed, isDecided, recalled, remember } from './consent';
import { runScript } from './run';
import { CONSENT_STYLE } from './style';

/**
 * `<campaign-consent>`: asks, once in this browser, whether scripts of others may run, and runs those
 * that may. It is a region at the foot of the page that keeps nobody from the page itself.
 */
export class CampaignConsent extends CampaignElement {
  static override readonly style = CONSENT_STYLE;
  scripts: Script[] = [];
  /** Where somebody was before they came into the banner. */
  #before: HTMLElement | null = null;

  protected connected(leaving: AbortSignal): void {
    this.#keepClear(leaving);
    document.addEventListener('focusout', (event) => this.#noteBefore(event), { signal: leaving });
    const choices = recalled();
    this.#run(choices);
    if (!isDecided(askedFor(this.scripts), choices)) this.#ask(choices);
    this.root.addEventListener('click', (event) => this.#pressed(event), { signal: leaving });
    this.root.addEventListener('submit', (event) => this.#chosen(event), { signal: leaving });
    this.root.addEventListener(
      'keydown',
      (event) => {
        const isLeft = (event as KeyboardEvent).key === 'Escape';
        if (isLeft && isDecided(askedFor(this.scripts), recalled())) this.#close();
      },
      { signal: leaving },
    );
  }

  /** Asks again, for those who want to change what they chose; `opener` gets the focus back. */
  reopen(opener: HTMLElement): void {
    this.#ask(recalled());
    this.root.querySelector('h2')?.focus();
    // Not every browser gives the focus to a button that is clicked.
    this.#before = opener;
  }

  #ask(choices: Choices): void {
    this.show(bannerHtml(askedFor(this.scripts), choices, this.locale));
  }

  /** What has the focus must not come to stand behind the banner, where that covers the page. */
  #keepClear(leaving: AbortSignal): void {
    const { style } = document.documentElement;
    const measure = (): void => {
      const covers = getComputedStyle(this).position === 'fixed' ? this.offsetHeight : 0;
      if (covers > 0) style.setProperty('scroll-padding-bottom', `${covers}px`);
      else style.removeProperty('scroll-padding-bottom');
    };
    const observer = new ResizeObserver(measure);
    observer.observe(this);
    addEventListener('resize', measure, { signal: leaving });
    leaving.addEventListener('abort', () => {
      observer.disconnect();
      style.removeProperty('scroll-padding-bottom');
    });
  }

  #noteBefore(event: FocusEvent): void {
    const [left] = event.composedPath();
    if (event.relatedTarget === this && left instanceof HTMLElement) this.#before = left;
  }

  /** Whoever read on while it was open stays where they are. */
  #close(): void {
    const hadFocus = this.root.activeElement !== null;
    this.root.replaceChildren();
    if (hadFocus) this.#before?.focus({ preventScroll: true });
    this.#before = null;
  }

  #pressed(event: Event): void {
    const all = event.target instanceof HTMLElement ? event.target.dataset.all : undefined;
    if (all) this.#choose(() => all === 'yes');
  }

  #chosen(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.#choose((category) => form.has(category));
  }

  #choose(isWanted: (category: string) => boolean): void {
    const before = recalled();
    const categories = askedFor(this.scripts);
    const choices = Object.fromEntries(categories.map((each) => [each, isWanted(each)]));
    remember({ ...before, ...choices });
    this.#close();
    // What has run cannot be taken back in this document.
    const isTakenBack = categories.some((each) => before[each] === true && !choices[each]);
    if (isTakenBack) location.reload();
    else this.#run(choices);
  }

  #run(choices: Choices): void {
    for (const script of this.scripts) if (isAllowed(script, choices)) runScript(script);
  }
}

define('campaign-consent', CampaignConsent);
