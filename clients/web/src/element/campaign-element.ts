import { type CampaignActions, createCampaignActions } from '../index';
import type { Html } from '../html/tag';
import { dress } from './dress';
import { parsed } from './parsed';
import { baseUrlOf, localeOf, nearest } from './said';

/**
 * What all elements have in common: where the plugin is (`base-url`) and the language (`locale`), each
 * from the element itself or the nearest element around it that says it; and a shadow root, which the
 * server may have rendered already.
 *
 * `connected` is called each time the element comes into a page, with a signal that ends when it goes.
 */
export abstract class CampaignElement extends HTMLElement {
  static readonly style: string = '';
  static readonly observedAttributes: readonly string[] = [
    'action',
    'campaign',
    'base-url',
    'locale',
  ];
  #leaving: AbortController | null = null;

  protected abstract connected(leaving: AbortSignal): void;

  /** It is to show something else from now on: whatever was there goes. */
  protected changed(): void {
    this.shadowRoot?.replaceChildren();
  }

  connectedCallback(): void {
    this.#adopt();
    this.#leaving = new AbortController();
    this.#takeEarlyData();
    this.connected(this.#leaving.signal);
  }

  /** Frameworks change attributes where they could have made another element. */
  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (!this.#leaving) {
      // What it showed before it was taken out of the page is of something else by now.
      if (before !== null) this.changed();
      return;
    }
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.changed();
    this.connected(this.#leaving.signal);
  }

  disconnectedCallback(): void {
    this.#leaving?.abort();
    this.#leaving = null;
  }

  /** Browsers before declarative shadow roots, and all where a script brings the markup, leave it there. */
  #adopt(): void {
    const left = this.querySelector<HTMLTemplateElement>(':scope > template[shadowrootmode]');
    if (!left) return;
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).append(left.content);
    left.remove();
  }

  /** A property that was set before the element was known stands in the way of its own. */
  #takeEarlyData(): void {
    const self = this as { data?: unknown };
    if (!Object.prototype.hasOwnProperty.call(self, 'data')) return;
    const { data } = self;
    delete self.data;
    self.data = data;
  }

  protected inherited(name: string): string | null {
    return nearest(this, name);
  }

  get locale(): string {
    return localeOf(this);
  }

  get baseUrl(): string {
    return baseUrlOf(this);
  }

  get client(): CampaignActions {
    return createCampaignActions({ baseUrl: this.baseUrl, locale: this.locale });
  }

  /** The root, with the style of this kind of element: the server's or a new one. */
  protected get root(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#dress(root);
    return root;
  }

  #dress(root: ShadowRoot): void {
    dress(root, (this.constructor as typeof CampaignElement).style);
  }

  /** Shows this in place of what was there. */
  protected show(content: Html): void {
    const { root } = this;
    root.replaceChildren(parsed(content));
    this.#dress(root);
  }

  /** Tells the page, and its analytics, what happened; never who the supporter is. */
  protected tell(
    name: 'campaign:signed' | 'campaign:confirmed' | 'campaign:followed' | 'campaign:shared',
    detail: object,
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Two copies of this package on one page are one too many, but no reason to fail. */
export const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element);
};
