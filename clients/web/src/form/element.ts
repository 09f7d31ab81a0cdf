import type { Action } from '../contracts';
import { tellCounter } from '../counter/live';
import { CampaignElement, define } from '../element/campaign-element';
import type { Html } from '../html/tag';
import { nextActionHtml } from '../next/html';
import type { Place } from '../page/place';
import { problemTexts } from '../problem/texts';
import { sharingOf } from '../share/channels';
import { enhanceShare } from '../share/enhance';
import { shareHtml } from '../share/html';
import { takenPartHtml } from '../signature/html';
import { takePrefill } from '../signature/prefill';
import { remember, rememberedOf } from '../signature/remember';
import { redirectOf } from '../thanks/redirect';
import { type Taken, afterHtml } from './after';
import { enhanceForm, retype } from './enhance';
import { formHtml } from './html';
import { type ActionInPlace, notLoadedHtml, renderedData, skeletonHtml } from './load';
import { typedIn } from './read';
import type { Sent } from './send';
import { stateOf } from './state';
import { FORM_STYLE } from './style';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * `<campaign-form action="ID">`: an action that can be taken, with all that comes before and after. It
 * takes over what a server rendered, or shows its `data`, or else reads the action by itself.
 */
export class CampaignForm extends CampaignElement {
  static override readonly style: string = FORM_STYLE;
  static readonly observedAttributes = ['action', 'base-url', 'locale'];
  #data: ActionInPlace | null = null;
  /** Ended as long as it stands in no page. */
  #leaving = AbortSignal.abort();

  get data(): ActionInPlace | null {
    return this.#data;
  }

  set data(data: ActionInPlace | null) {
    this.#data = data;
    if (!this.#leaving.aborted) this.#start();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (!this.#leaving.aborted && before !== after) void this.#load(this.#place());
  }

  protected override connected(leaving: AbortSignal): void {
    this.#leaving = leaving;
    takePrefill();
    // Set before the element was known: it stands in the way of the property.
    if (Object.hasOwn(this, 'data')) {
      const { data } = this;
      delete (this as { data?: unknown }).data;
      this.#data = data;
    }
    this.#start();
  }

  #start(): void {
    const data = this.#data ?? renderedData(this);
    if (data) this.#begin(data);
    else void this.#load(this.#place());
  }

  #place(): Place {
    const privacyPolicyUrl = this.inherited('privacy-url');
    return {
      baseUrl: this.baseUrl,
      locale: this.locale,
      pageUrl: this.inherited('page-url'),
      organisation: { name: null, url: null, logo: null, privacyPolicyUrl },
      share: null,
      preview: this.inherited('preview'),
    };
  }

  async #load(place: Place): Promise<void> {
    const leaving = this.#leaving;
    const id = this.getAttribute('action');
    if (!id) return;
    if (!this.root.querySelector('form')) this.show(skeletonHtml(this.locale));
    try {
      const preview = place.preview ?? undefined;
      const action = await this.client.action(id, { signal: leaving, preview });
      if (!leaving.aborted && this.getAttribute('action') === id) this.#begin({ action, place });
    } catch (problem) {
      if (leaving.aborted) return;
      this.show(notLoadedHtml(this.locale, problem));
      this.#on('[data-again]', () => void this.#load(place));
    }
  }

  #begin(data: ActionInPlace): void {
    this.#data = data;
    const { action, place } = data;
    const isOpen = stateOf(action, Date.now()) === 'open';
    const remembered = isOpen && place.preview === null ? rememberedOf(action) : null;
    if (!remembered) return this.#showForm(data);
    const next = remembered === 'confirmation-sent' ? null : nextActionHtml(action, place);
    this.#showAfter(takenPartHtml(action, remembered, next, this.#share(data)), data);
    this.#on('[data-for-another]', () => {
      this.#showForm(data);
      this.#focus();
    });
  }

  #showForm(data: ActionInPlace): void {
    const { action, place } = data;
    const state = stateOf(action, Date.now());
    const rendered = this.root.querySelector<HTMLElement>('[data-screen]')?.dataset;
    const isThere =
      state === 'open' && rendered?.screen === 'open' && rendered.version === action.form.version;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!isThere) this.show(formHtml(action, place, state, timeZone));
    if (state === 'scheduled') this.#waitToOpen(action);
    this.#enhance(data);
    this.#wire(data);
  }

  #enhance(data: ActionInPlace): ReturnType<typeof enhanceForm> | null {
    const form = this.root.querySelector('form');
    if (!form) return null;
    const done = (sent: Sent): void => this.#after(sent, data);
    return enhanceForm(form, data.action, data.place, this.client, done, this.#leaving);
  }

  #waitToOpen({ opensAt }: Action): void {
    const wait = Date.parse(opensAt ?? '') - Date.now();
    const timer = setTimeout(() => this.#start(), Math.min(wait + 1, LONGEST_TIMER_MS));
    this.#leaving.addEventListener('abort', () => clearTimeout(timer));
  }

  #after(sent: Sent, data: ActionInPlace): void {
    if (sent === 'not-sent') return;
    if (sent === 'changed') return void this.#showChanged(data);
    const form = [...this.root.childNodes];
    this.#showAfter(afterHtml(sent, data, this.#share(data)), data);
    this.#on('[data-correct]', () => {
      this.root.replaceChildren(...form);
      this.root.querySelector<HTMLElement>('[name=email]')?.focus();
    });
    this.#focus();
    if (sent !== 'closed' && data.place.preview === null) this.#tellAll(sent, data);
  }

  #tellAll({ answer }: Taken, { action, place }: ActionInPlace): void {
    const { status, counter } = answer;
    remember(action, status);
    tellCounter(place.baseUrl, place.locale, counter);
    this.tell('campaign:signed', { action: action.documentId, status });
    const page = status === 'counted' ? redirectOf(action.thanks, location.href) : null;
    if (page !== null) location.assign(page);
  }

  /** The form is another one by now: shows that, with what was typed. */
  async #showChanged({ action, place }: ActionInPlace): Promise<void> {
    const leaving = this.#leaving;
    const before = this.root.querySelector('form');
    const typed = before ? typedIn(before) : new Map<string, string>();
    const options = { signal: leaving, preview: place.preview ?? undefined };
    const now = await this.client.action(action.documentId, options).catch(() => action);
    if (leaving.aborted) return;
    this.#data = { action: now, place };
    this.show(formHtml(now, place));
    const board = this.#enhance(this.#data);
    const form = this.root.querySelector('form');
    if (form) retype(form, typed);
    board?.tell(problemTexts(now.locale).changed);
  }

  #share({ action, place }: ActionInPlace): Html {
    return shareHtml(sharingOf(action, place, location.href), action);
  }

  /** What comes in place of the form. */
  #showAfter(content: Html, data: ActionInPlace): void {
    this.show(content);
    this.#wire(data);
  }

  #wire({ action, place }: ActionInPlace): void {
    enhanceShare(this.root, action.locale, (channel) =>
      this.tell('campaign:shared', { action: action.documentId, channel }),
    );
    this.#on('[data-next]', ({ dataset }) => {
      // The page around it stays the same, whatever its attributes say of it.
      const leaving = this.#leaving;
      this.#leaving = AbortSignal.abort();
      this.setAttribute('action', dataset.next ?? '');
      this.#leaving = leaving;
      void this.#load(place).then(() => this.#focus());
    });
  }

  #on(selector: string, press: (button: HTMLElement) => void): void {
    const button = this.root.querySelector<HTMLElement>(selector);
    button?.addEventListener('click', () => press(button));
  }

  #focus(): void {
    this.root.querySelector<HTMLElement>('[data-heading],input:not([type=hidden]),button')?.focus();
  }
}

define('campaign-form', CampaignForm);
