import { within } from '../client/wait';
import type { ActionPage, Confirmed, Rejected, Withdrawn } from '../contracts';
import { tellCounter } from '../counter/live';
import { CampaignElement, define } from '../element/campaign-element';
import type { CampaignForm } from '../form/element';
import { type Html, html } from '../html/tag';
import { CampaignActionsError } from '../index';
import { enhanceShare } from '../share/enhance';
import { awaitsConfirmation, forget, forgetAll, rememberConfirmed } from '../signature/remember';
import { redirectOf } from '../thanks/redirect';
import { askHtml, confirmedHtml, doneHtml } from './html';
import { type Link, type Purpose, readLink } from './read';
import { LINK_STYLE } from './style';
import { linkTexts } from './texts';

const LONGEST_LOOK_MS = 4000;

/**
 * `<campaign-link>`: what the links in mail open. It takes the token out of the address at once, says
 * what the link is for, and does it when somebody presses the button; by itself only in the very
 * browser that remembers having taken the action, which it never does where signers are at risk.
 */
export class CampaignLink extends CampaignElement {
  static override readonly style: string = LINK_STYLE;
  #link: Link | null = null;
  /** The token of what is being sent. */
  #sending: string | null = null;
  /** What came of the link stays to be read, whatever is changed around it. */
  #isDone = false;

  protected override changed(): void {
    if (!this.#isDone) super.changed();
  }

  protected connected(leaving: AbortSignal): void {
    const follow = (): void => {
      if (this.#take()) this.#begin(leaving);
    };
    addEventListener('hashchange', follow, { signal: leaving });
    if (this.#take() || !this.#isDone) this.#begin(leaving);
  }

  /** Out of the address, which leads elsewhere within the page, too. @returns whether there was a link in it */
  #take(): boolean {
    const link = readLink(location.hash);
    if (!link) return false;
    this.#link = link;
    history.replaceState(history.state, '', location.pathname + location.search);
    return true;
  }

  #begin(leaving: AbortSignal): void {
    this.#isDone = false;
    this.#ask();
    const { purpose = null, action = null } = this.#link ?? {};
    if (purpose !== 'confirm' || action === null || !awaitsConfirmation(action)) return;
    const press = (): void => void this.#pressByItself(action);
    // A page that nobody sees yet waits until somebody does.
    if (document.visibilityState === 'visible') press();
    else document.addEventListener('visibilitychange', press, { once: true, signal: leaving });
  }

  /** An action may have been marked since it was remembered. */
  async #pressByItself(id: string): Promise<void> {
    const link = this.#link;
    const action = await this.#read(id);
    if (!action || action.sensitive) forget(id);
    else if (this.isConnected && this.#link === link) await this.#press('confirm');
  }

  /** Null where it cannot be read soon. */
  async #read(id: string): Promise<ActionPage | null> {
    const { signal, over } = within(LONGEST_LOOK_MS, undefined);
    try {
      return await this.client.action(id, { signal });
    } catch {
      return null;
    } finally {
      over();
    }
  }

  #ask(): void {
    const { locale, baseUrl } = this;
    this.show(askHtml(this.#link, { locale, baseUrl }));
    const form = this.root.querySelector('form');
    // Phones of 2021 do not say by which button a form is sent.
    let pressed = this.#link?.purpose ?? 'confirm';
    form?.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-purpose]');
      if (button) pressed = button.dataset.purpose as Purpose;
    });
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#press(pressed);
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

  #focusHeading(): void {
    this.root.querySelector<HTMLElement>('[data-heading]')?.focus();
  }

  #say(words: string): void {
    const said = this.root.querySelector('[data-said]');
    if (said) said.textContent = words;
  }

  /** What was pasted goes before what the address said. */
  async #press(pressed: Purpose): Promise<void> {
    const link = this.#box ? readLink(this.#box.value) : this.#link;
    if (!link || link.token === this.#sending) return;
    // A whole link says itself what it is for, and nobody does that by the button of something else.
    if (link.purpose !== null && link.purpose !== pressed) {
      this.#link = link;
      this.#ask();
      this.#focusHeading();
      return;
    }
    this.#sending = link.token;
    for (const button of this.root.querySelectorAll('button'))
      button.setAttribute('aria-disabled', 'true');
    this.#say(linkTexts(this.locale).sending);
    await this.#follow({ ...link, purpose: pressed }).finally(() => {
      if (this.#sending === link.token) this.#sending = null;
    });
  }

  async #follow(link: Link & { purpose: Purpose }): Promise<void> {
    const { client, locale } = this;
    const { purpose, token } = link;
    this.#link = link;
    let answer: Confirmed['data'] | Withdrawn['data'] | Rejected['data'];
    try {
      answer = await client[purpose](token);
    } catch (problem) {
      if (this.isConnected && !this.#hasOtherThan(link)) this.#explain(link, problem);
      return;
    }
    const isShown = !this.#hasOtherThan(link);
    if (isShown) {
      this.#link = null;
      this.#isDone = true;
      this.tell('campaign:followed', { purpose });
    }
    if (answer.status === 'confirmed') return this.#confirmed(answer);
    forgetAll();
    if (isShown) this.#showDone(doneHtml(purpose, locale));
  }

  /** Whether another link came meanwhile, which is asked for by now and stays. */
  #hasOtherThan(link: Link): boolean {
    return this.#link !== null && this.#link.token !== link.token;
  }

  #showDone(content: Html): void {
    this.show(content);
    this.#focusHeading();
  }

  async #confirmed({ action: id, counter }: Confirmed['data']): Promise<void> {
    this.tell('campaign:confirmed', { action: id });
    const action = await this.#read(id);
    const { locale } = this;
    const isShown = this.#link === null;
    // Where signers are at risk nothing on this page names what was confirmed.
    if (!action || action.sensitive) {
      forget(id);
      if (isShown) this.#showDone(doneHtml('confirm', locale));
      return;
    }
    rememberConfirmed(action);
    tellCounter(this.baseUrl, action.locale, counter);
    if (!isShown) return;
    const actionUrl = this.inherited('action-url');
    this.#showDone(confirmedHtml(action, { actionUrl, locale }, location.href));
    this.#wire(action);
    const page = redirectOf(action.thanks, location.href);
    if (page !== null && this.isConnected) location.assign(page);
  }

  #wire({ documentId, locale }: ActionPage): void {
    const whileShown = new AbortController();
    enhanceShare(
      this.root,
      locale,
      (channel) => this.tell('campaign:shared', { action: documentId, channel }),
      whileShown.signal,
    );
    const next = this.root.querySelector<HTMLElement>('[data-next]');
    next?.addEventListener('click', () => {
      // This page is none to share, and where the next action has one nobody said.
      this.show(html`<campaign-form page-url=""></campaign-form>`);
      const form = this.root.querySelector<CampaignForm>('campaign-form');
      void form?.lead(next.dataset.next ?? '');
    });
  }

  #explain(link: Link, problem: unknown): void {
    const texts = linkTexts(this.locale);
    const known = problem instanceof CampaignActionsError ? problem : null;
    const isBad = known?.status === 400 || known?.status === 410;
    const typed = this.#box?.value ?? '';
    this.#link = isBad ? null : link;
    this.#ask();
    this.#say(isBad ? texts.refused : (known?.message ?? texts.again));
    const box = this.#box;
    if (box && isBad) {
      box.value = typed;
      box.setAttribute('aria-invalid', 'true');
      box.setAttribute('aria-describedby', 'said code-help');
      box.focus();
      return;
    }
    const main = this.root.querySelector<HTMLElement>('.main');
    if (!main) return;
    main.textContent = texts.again;
    main.setAttribute('aria-describedby', 'said');
    main.focus();
  }
}

define('campaign-link', CampaignLink);
