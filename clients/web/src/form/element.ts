import { tellCounter } from '../counter/live';
import { CampaignElement, define } from '../element/campaign-element';
import type { Html } from '../html/tag';
import { ownWordsIn, putOwnWords } from '../letter/own-words';
import { nextActionHtml } from '../next/html';
import { type Place, placeSaid } from '../page/place';
import type { ProblemBoard } from '../problem/show';
import { problemTexts } from '../problem/texts';
import { sharingOf } from '../share/channels';
import { enhanceShare } from '../share/enhance';
import { shareHtml } from '../share/html';
import { takenPartHtml } from '../signature/html';
import { forgetPrefill, takePrefill } from '../signature/prefill';
import { remember, rememberedOf } from '../signature/remember';
import { redirectOf } from '../thanks/redirect';
import { type Taken, afterHtml } from './after';
import { enhanceForm, retype } from './enhance';
import { goTo } from './go-to';
import { formHtml } from './html';
import {
  type ActionInPlace,
  isFormOf,
  isOfAction,
  isSameForm,
  notLoadedHtml,
  renderedData,
  skeletonHtml,
} from './load';
import { typedIn, withoutConsents } from './read';
import type { Sent } from './send';
import { stateOf, whenOpen } from './state';
import { FORM_STYLE } from './style';

// As early as there is anything of ours: scripts of others read addresses.
takePrefill();

/**
 * `<campaign-form action="ID">`: an action that can be taken, with all that comes before and after. It
 * takes over what a server rendered, or shows its `data`, or else reads the action by itself.
 */
export class CampaignForm extends CampaignElement {
  static override readonly style: string = FORM_STYLE;
  static override readonly observedAttributes = ['action', 'base-url', 'locale'];
  #data: ActionInPlace | null = null;
  /** Ended as long as it stands in no page. */
  #leaving = AbortSignal.abort();
  /** The form that sends itself by now. */
  #live: HTMLFormElement | null = null;
  #board: ProblemBoard | null = null;
  /** What was shown last in place of the form. */
  #shownAfter: Element | null = null;

  get data(): ActionInPlace | null {
    return this.#data;
  }

  /** Frameworks set it anew whenever they render; what somebody does in the form is not theirs. */
  set data(data: ActionInPlace | null) {
    const before = this.#data;
    this.#data = data;
    if (this.#leaving.aborted) return;
    const isShown = this.root.querySelector('[data-screen]') !== null;
    if (isShown && data && before && isSameForm(data, before, Date.now())) return;
    this.#start();
  }

  /** Shows this action in the place of whatever is there, and takes the focus to it. */
  async lead(action: string, place = this.#place()): Promise<void> {
    // The page around it stays the same, whatever its attributes say of it.
    const leaving = this.#leaving;
    this.#leaving = AbortSignal.abort();
    this.setAttribute('action', action);
    this.#leaving = leaving;
    await this.#load(place);
    this.#focus();
  }

  /** What was typed stays, as far as it is the same action. */
  override attributeChangedCallback(
    name: string,
    before: string | null,
    after: string | null,
  ): void {
    if (before === after) return;
    if (!this.#leaving.aborted) return void this.#load(this.#place());
    if (name !== 'action' || before === null) return;
    this.#data = null;
    this.changed();
  }

  protected override connected(leaving: AbortSignal): void {
    this.#leaving = leaving;
    takePrefill();
    // Whoever has signed keeps what came of it, wherever the site moves it.
    if (this.#data && this.root.contains(this.#shownAfter)) return this.#wireAfter(this.#data);
    this.#live = null;
    this.#start();
  }

  #start(): void {
    const data = this.#data ?? renderedData(this);
    if (data) this.#begin(data);
    else void this.#load(this.#place());
  }

  /** What the form of the page around it knows, or the attributes say. */
  #place(): Place {
    const main = this.closest('campaign-page')?.querySelector<CampaignForm>('campaign-form');
    if (main?.data) return main.data.place;
    return placeSaid((name) => this.inherited(name), this.baseUrl, this.locale);
  }

  async #load(place: Place): Promise<void> {
    const leaving = this.#leaving;
    const id = this.getAttribute('action') ?? this.#data?.action.documentId;
    if (!id) return;
    const hasForm = this.root.querySelector('form') !== null;
    if (!hasForm) this.show(skeletonHtml(this.locale));
    try {
      const preview = place.preview ?? undefined;
      const action = await this.client.action(id, { signal: leaving, preview });
      const isWanted = (this.getAttribute('action') ?? id) === id;
      if (!leaving.aborted && isWanted) this.#begin({ action, place });
    } catch (problem) {
      // What somebody is filling in stays.
      if (leaving.aborted || hasForm) return;
      this.show(notLoadedHtml(this.locale, problem));
      this.#on('[data-again]', () => void this.#load(place));
    }
  }

  #begin(data: ActionInPlace): void {
    this.#data = data;
    const { action, place } = data;
    const isFilling = this.#live !== null && this.#live === this.root.querySelector('form');
    const isAsked = place.preview === null && stateOf(action, Date.now()) === 'open';
    const remembered = isAsked && !isFilling ? rememberedOf(action) : null;
    if (!remembered) return this.#showForm(data);
    const next = remembered === 'confirmation-sent' ? null : nextActionHtml(action, place);
    this.#showAfter(takenPartHtml(action, remembered, next, this.#share(data)), data);
    this.#on('[data-for-another]', () => {
      forgetPrefill();
      this.#showForm(data);
      this.#focus();
    });
  }

  #showForm(data: ActionInPlace): void {
    const { action, place } = data;
    const state = stateOf(action, Date.now());
    const shown = this.root.querySelector('form');
    const kept = shown && isOfAction(this.root, action) ? typedIn(shown) : null;
    const ownWords = kept && shown && ownWordsIn(shown);
    const isSame = isFormOf(this.root, action);
    const isThere = state === 'open' && isSame && shown !== this.#live;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!isThere) this.show(formHtml(action, place, state, timeZone));
    const form = this.root.querySelector('form');
    // What somebody agreed to were these very words.
    if (!isThere && form && kept) retype(form, isSame ? kept : withoutConsents(kept));
    if (!isThere && form && ownWords !== null) putOwnWords(form, ownWords);
    if (form) this.#enhance(form, data);
    if (state === 'scheduled') whenOpen(action, () => this.#start(), this.#leaving);
    this.#wireNext(data);
    this.#wireShare(data);
  }

  #enhance(form: HTMLFormElement, data: ActionInPlace): void {
    const { action, place } = data;
    const done = (sent: Sent): void => this.#after(sent, data);
    this.#live = form;
    this.#board = enhanceForm(form, action, place, this.client, done, this.#leaving);
  }

  #after(sent: Sent, data: ActionInPlace): void {
    if (sent === 'not-sent') return;
    if (sent === 'changed') return void this.#showChanged(data.place);
    const form = [...this.root.childNodes];
    this.#showAfter(afterHtml(sent, data, this.#share(data)), data);
    this.#on('[data-correct]', () => {
      this.root.replaceChildren(...form);
      this.#showForm(data);
      goTo(this.root.querySelector<HTMLElement>('[name=email]'));
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
  async #showChanged(place: Place): Promise<void> {
    await this.#load(place);
    this.#board?.tell(problemTexts(this.locale).changed);
  }

  /** Whoever comes back to this page, by its button "back", does not see who was here. */
  #forgetWhenLeft(data: ActionInPlace): void {
    const forget = (): void => {
      forgetPrefill();
      this.root.replaceChildren();
      this.#showForm(data);
    };
    addEventListener('pagehide', forget, { once: true, signal: this.#leaving });
  }

  #share({ action, place }: ActionInPlace): Html | null {
    return place.pageUrl === '' ? null : shareHtml(sharingOf(action, place, location.href), action);
  }

  /** What comes in place of the form. */
  #showAfter(content: Html, data: ActionInPlace): void {
    this.show(content);
    this.#shownAfter = this.root.querySelector('[data-screen]');
    this.#wireNext(data);
    this.#wireAfter(data);
  }

  #wireNext({ place }: ActionInPlace): void {
    this.#on('[data-next]', ({ dataset }) => void this.lead(dataset.next ?? '', place));
  }

  /** What lasts as long as it stands in this place of the page. */
  #wireAfter(data: ActionInPlace): void {
    if (data.action.sensitive) this.#forgetWhenLeft(data);
    this.#wireShare(data);
  }

  #wireShare({ action }: ActionInPlace): void {
    enhanceShare(
      this.root,
      action.locale,
      (channel) => this.tell('campaign:shared', { action: action.documentId, channel }),
      this.#leaving,
    );
  }

  #on(selector: string, press: (button: HTMLElement) => void): void {
    const button = this.root.querySelector<HTMLElement>(selector);
    button?.addEventListener('click', () => press(button));
  }

  #focus(): void {
    goTo(this.root.querySelector<HTMLElement>('[data-heading],input:not([type=hidden]),button'));
  }
}

define('campaign-form', CampaignForm);
