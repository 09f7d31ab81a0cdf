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

  protected connected(leaving: AbortSignal): void {
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

  /** Asks again, for those who want to change what they chose. */
  reopen(): void {
    this.#ask(recalled());
    this.root.querySelector('h2')?.focus();
  }

  #ask(choices: Choices): void {
    this.show(bannerHtml(askedFor(this.scripts), choices, this.locale));
    // What has the focus must not come to stand behind it.
    document.documentElement.style.setProperty('scroll-padding-bottom', `${this.offsetHeight}px`);
  }

  #close(): void {
    const hadFocus = this.root.activeElement !== null;
    this.root.replaceChildren();
    document.documentElement.style.removeProperty('scroll-padding-bottom');
    if (hadFocus) this.dispatchEvent(new CustomEvent('closed'));
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
