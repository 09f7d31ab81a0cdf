import type { Action, SignAnswer } from '../contracts';
import { tellCounter } from '../counter/live';
import { CampaignElement } from '../element/campaign-element';
import { type Html, safeUrl } from '../html/tag';
import { closedHtml } from '../outcome/html';
import { nextActionHtml } from '../next/html';
import type { Place } from '../page/place';
import { generalSentence } from '../problem/sentences';
import { enhanceShare } from '../share/enhance';
import { shareHtml } from '../share/html';
import { almostThereHtml, takenPartHtml } from '../signature/html';
import { takePrefill } from '../signature/prefill';
import { remember, rememberedOf } from '../signature/remember';
import { plainAddress } from '../signature/source';
import { thanksHtml } from '../thanks/html';
import { enhanceForm, retype } from './enhance';
import { formHtml } from './html';
import { notLoadedHtml, renderedData, skeletonHtml } from './load';
import { typedIn } from './read';
import type { Sent } from './send';
import { stateOf } from './state';
import { FORM_STYLE } from './style';

/** An action with what has to be known about its page. */
export interface ActionInPlace {
  action: Action;
  place: Place;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * `<campaign-form action="ID">`: an action that can be taken, with all that comes before and after. It
 * takes over what a server rendered, or shows its `data`, or else reads the action by itself.
 */
export class CampaignForm extends CampaignElement {
  static override readonly style: string = FORM_STYLE;
  static readonly observedAttributes = ['action', 'base-url', 'locale'];
  #data: ActionInPlace | null = null;
  #leaving: AbortSignal | null = null;

  get data(): ActionInPlace | null {
    return this.#data;
  }

  set data(data: ActionInPlace | null) {
    this.#data = data;
    if (this.#leaving) this.#start(this.#leaving);
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (!this.#leaving || before === after) return;
    this.#data = null;
    this.#start(this.#leaving);
  }

  protected override connected(leaving: AbortSignal): void {
    this.#leaving = leaving;
    leaving.addEventListener('abort', () => (this.#leaving = null));
    takePrefill();
    // Set before the element was known: it stands in the way of the property.
    if (Object.hasOwn(this, 'data')) {
      const { data } = this;
      delete (this as { data?: unknown }).data;
      this.#data = data;
    }
    this.#start(leaving);
  }

  #start(leaving: AbortSignal): void {
    const data = this.#data ?? renderedData(this);
    if (data) this.#begin(data, leaving);
    else void this.#load(leaving);
  }

  #place(): Place {
    const privacyPolicyUrl = this.inherited('privacy-url');
    return {
      baseUrl: this.inherited('base-url') ?? '/api/campaign-actions',
      locale: this.locale,
      pageUrl: this.inherited('page-url'),
      organisation: { name: null, url: null, logo: null, privacyPolicyUrl },
      share: null,
      preview: this.inherited('preview'),
    };
  }

  /** @param place what is known of the page already @returns whether there is a form now */
  async #load(leaving: AbortSignal, place: Place = this.#place()): Promise<boolean> {
    const id = this.getAttribute('action');
    if (!id) return false;
    if (!this.root.querySelector('form')) this.show(skeletonHtml(this.locale));
    try {
      const { preview } = place;
      const options = { signal: leaving, ...(preview === null ? {} : { preview }) };
      const action = await this.client.action(id, options);
      if (leaving.aborted || this.getAttribute('action') !== id) return false;
      this.#begin({ action, place }, leaving);
      return true;
    } catch (problem) {
      if (leaving.aborted) return false;
      this.show(notLoadedHtml(this.locale, problem));
      this.#on('[data-again]', () => void this.#load(leaving, place));
      return false;
    }
  }

  #begin(data: ActionInPlace, leaving: AbortSignal): void {
    this.#data = data;
    const { action, place } = data;
    const remembered = place.preview === null ? rememberedOf(action) : null;
    if (!remembered) return this.#showForm(data, leaving);
    const next = remembered === 'confirmation-sent' ? null : nextActionHtml(action);
    this.#showAfter(takenPartHtml(action, remembered, next, this.#share(data)), data, leaving);
    this.#on('[data-for-another]', () => {
      this.#showForm(data, leaving);
      this.#focus();
    });
  }

  #showForm(data: ActionInPlace, leaving: AbortSignal): void {
    const { action, place } = data;
    const state = stateOf(action, Date.now());
    const rendered = this.root.querySelector<HTMLElement>('[data-screen]')?.dataset;
    const isThere =
      state === 'open' && rendered?.screen === 'open' && rendered.action === action.documentId;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!isThere) this.show(formHtml(action, place, state, timeZone));
    if (state === 'scheduled') this.#waitToOpen(action, leaving);
    this.#enhance(data, leaving);
    this.#wire(data, leaving);
  }

  #enhance(data: ActionInPlace, leaving: AbortSignal): ReturnType<typeof enhanceForm> | null {
    const form = this.root.querySelector('form');
    if (!form) return null;
    const done = (sent: Sent): void => this.#after(sent, data, leaving);
    return enhanceForm(form, data.action, data.place, this.client, done, leaving);
  }

  #waitToOpen({ opensAt }: Action, leaving: AbortSignal): void {
    const wait = Date.parse(opensAt ?? '') - Date.now();
    const timer = setTimeout(() => this.#start(leaving), Math.min(wait + 1, LONGEST_TIMER_MS));
    leaving.addEventListener('abort', () => clearTimeout(timer));
  }

  #after(sent: Sent, data: ActionInPlace, leaving: AbortSignal): void {
    if (sent === 'not-sent') return;
    if (sent === 'changed') return void this.#showChanged(data, leaving);
    if (sent === 'closed') this.#showAfter(closedHtml(data.action), data, leaving);
    else this.#taken(sent.answer, sent.email, data, leaving);
    this.#focus();
  }

  #taken(answer: SignAnswer['data'], email: string, data: ActionInPlace, leaving: AbortSignal) {
    const { action, place } = data;
    const isRehearsal = place.preview !== null;
    const { status } = answer;
    if (!isRehearsal) {
      remember(action, status);
      tellCounter(place.baseUrl, place.locale, answer.counter);
      this.tell('campaign:signed', { action: action.documentId, status });
    }
    const share = this.#share(data);
    if (status === 'counted') {
      this.#showAfter(thanksHtml(action, isRehearsal, share), data, leaving);
      const to = safeUrl(action.thanks?.redirectUrl);
      if (to && !isRehearsal && /^https?:/.test(new URL(to, location.href).protocol))
        location.assign(to);
      return;
    }
    const form = [...this.root.childNodes];
    this.#showAfter(almostThereHtml(action, email, isRehearsal, share), data, leaving);
    this.#on('[data-correct]', () => {
      this.root.replaceChildren(...form);
      this.root.querySelector<HTMLElement>('[name=email]')?.focus();
    });
  }

  /** The form is another one by now: shows that, with what was typed. */
  async #showChanged(data: ActionInPlace, leaving: AbortSignal): Promise<void> {
    const form = this.root.querySelector('form');
    const typed = form ? typedIn(form) : new Map<string, string>();
    const { place, action } = data;
    const options = {
      signal: leaving,
      ...(place.preview === null ? {} : { preview: place.preview }),
    };
    const now = await this.client.action(action.documentId, options).catch(() => action);
    if (leaving.aborted) return;
    this.#data = { action: now, place };
    this.show(formHtml(now, place));
    const board = this.#enhance(this.#data, leaving);
    const shown = this.root.querySelector('form');
    if (shown) retype(shown, typed);
    board?.tell(generalSentence(now.locale, 'unknown-version', 400, null));
  }

  #share({ action, place }: ActionInPlace): Html {
    const pageUrl = plainAddress(new URL(place.pageUrl ?? '', location.href).href);
    return shareHtml({ pageUrl, title: action.title, share: place.share }, action);
  }

  /** What comes in place of the form. */
  #showAfter(content: Html, data: ActionInPlace, leaving: AbortSignal): void {
    this.show(content);
    this.#wire(data, leaving);
  }

  #wire({ action, place }: ActionInPlace, leaving: AbortSignal): void {
    enhanceShare(this.root, action.locale, (channel) =>
      this.tell('campaign:shared', { action: action.documentId, channel }),
    );
    this.#on('[data-next]', ({ dataset }) => {
      this.#leaving = null;
      this.setAttribute('action', dataset.next ?? '');
      this.#leaving = leaving;
      void this.#load(leaving, place).then((isShown) => isShown && this.#focus());
    });
  }

  #on(selector: string, press: (button: HTMLElement) => void): void {
    const button = this.root.querySelector<HTMLElement>(selector);
    button?.addEventListener('click', () => press(button));
  }

  #focus(): void {
    this.root.querySelector<HTMLElement>('[data-heading],form')?.focus();
  }
}
