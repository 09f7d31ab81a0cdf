import type { Confirmed } from '../contracts';
import { tellCounter } from '../counter/live';
import { CampaignElement, define } from '../element/campaign-element';
import { html } from '../html/tag';
import { CampaignActionsError } from '../index';
import { enhanceShare } from '../share/enhance';
import { awaitsConfirmation, rememberConfirmed } from '../signature/remember';
import { askHtml, confirmedHtml, doneHtml } from './html';
import { type Link, type Purpose, readLink } from './read';
import { LINK_STYLE } from './style';
import { linkTexts } from './texts';

const LONGEST_LOOK_MS = 4000;

type Aimed = Link & { purpose: Purpose };

/**
 * `<campaign-link>`: what the links in mail open. It takes the token out of the address at once, says
 * what the link is for, and does it when somebody presses the button; by itself only in the very
 * browser that remembers having taken the action, which it never does where signers are at risk.
 */
export class CampaignLink extends CampaignElement {
  static override readonly style: string = LINK_STYLE;
  #link: Link | null = null;
  #isSending = false;

  protected connected(leaving: AbortSignal): void {
    addEventListener('hashchange', () => this.#begin(leaving), { signal: leaving });
    this.#begin(leaving);
  }

  #begin(leaving: AbortSignal): void {
    this.#link = readLink(location.hash);
    if (this.#link) history.replaceState(history.state, '', location.pathname + location.search);
    this.#ask();
    const { purpose = null, action = null } = this.#link ?? {};
    if (purpose !== 'confirm' || action === null || !awaitsConfirmation(action)) return;
    const press = (): void => void this.#press('confirm');
    // A page that nobody sees yet waits until somebody does.
    if (document.visibilityState === 'visible') press();
    else document.addEventListener('visibilitychange', press, { once: true, signal: leaving });
  }

  #ask(): void {
    const { locale, baseUrl } = this;
    this.show(askHtml(this.#link, { locale, baseUrl }));
    const form = this.root.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      const pressed = event.submitter?.dataset.purpose as Purpose | undefined;
      void this.#press(pressed ?? 'confirm');
    });
    this.root.querySelector('[data-paste]')?.addEventListener('click', () => {
      this.#link = null;
      this.#ask();
      this.#box?.focus();
    });
  }

  get #box(): HTMLInputElement | null {
    return this.root.querySelector('#code');
  }

  /** What was pasted goes before what the address said; a whole link says itself what it is for. */
  #aimed(pressed: Purpose): Aimed | null {
    const link = this.#box ? readLink(this.#box.value) : this.#link;
    return link && { ...link, purpose: link.purpose ?? pressed };
  }

  #say(words: string): void {
    const said = this.root.querySelector('[data-said]');
    if (said) said.textContent = words;
  }

  async #press(pressed: Purpose): Promise<void> {
    const link = this.#aimed(pressed);
    if (!link || this.#isSending) return;
    this.#isSending = true;
    for (const button of this.root.querySelectorAll('button'))
      button.setAttribute('aria-disabled', 'true');
    this.#say(linkTexts(this.locale).sending);
    try {
      await this.#do(link);
      this.root.querySelector<HTMLElement>('[data-heading]')?.focus();
    } catch (problem) {
      if (this.isConnected) this.#explain(link, problem);
    } finally {
      this.#isSending = false;
    }
  }

  async #do({ purpose, token }: Aimed): Promise<void> {
    const { client, locale } = this;
    if (purpose === 'confirm') return this.#confirmed(await client.confirm(token));
    await client[purpose](token);
    this.#link = null;
    this.show(doneHtml(purpose, locale));
  }

  async #confirmed({ action: id, counter }: Confirmed['data']): Promise<void> {
    this.#link = null;
    rememberConfirmed(id);
    this.tell('campaign:confirmed', { action: id });
    const { client, locale } = this;
    const signal = AbortSignal.timeout(LONGEST_LOOK_MS);
    const action = await client.action(id, { signal }).catch(() => null);
    // Where signers are at risk nothing on this page names what was confirmed.
    if (!action || action.sensitive) return this.show(doneHtml('confirm', locale));
    const actionUrl = this.getAttribute('action-url');
    this.show(confirmedHtml(action, { actionUrl, locale }, location.href));
    tellCounter(this.baseUrl, action.locale, counter);
    enhanceShare(this.root, action.locale, (channel) =>
      this.tell('campaign:shared', { action: id, channel }),
    );
    this.root
      .querySelector<HTMLElement>('[data-next]')
      ?.addEventListener('click', ({ currentTarget }) => {
        const { next = '' } = (currentTarget as HTMLElement).dataset;
        this.show(html`<campaign-form action="${next}"></campaign-form>`);
      });
  }

  #explain(link: Aimed, problem: unknown): void {
    const texts = linkTexts(this.locale);
    const known = problem instanceof CampaignActionsError ? problem : null;
    const isBad = known?.status === 400 || known?.status === 410;
    const typed = this.#box?.value ?? '';
    this.#link = isBad ? null : link;
    this.#ask();
    if (this.#box) this.#box.value = isBad ? typed : '';
    this.#say(isBad ? texts.refused : (known?.message ?? texts.again));
    const main = this.root.querySelector<HTMLElement>('.main');
    if (!isBad && main) main.textContent = texts.again;
    (isBad ? this.#box : main)?.focus();
  }
}

define('campaign-link', CampaignLink);
