import { type CampaignActions, createCampaignActions } from '../index';
import type { Html } from '../html/tag';
import { parsed } from './parsed';

/** One sheet for all elements of a kind; a policy without 'unsafe-inline' allows it. */
const sheets = new Map<string, CSSStyleSheet>();
export const sheetOf = (style: string): CSSStyleSheet => {
  const known = sheets.get(style);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  sheets.set(style, sheet);
  return sheet;
};

/** The nearest value of an attribute, also across the roots of elements around this one. */
const nearest = (element: Element, name: string): string | null => {
  const around = element.closest(`[${name}]`);
  if (around) return around.getAttribute(name);
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearest(root.host, name) : null;
};

/**
 * What all elements have in common: where the plugin is (`base-url`) and the language (`locale`), each
 * from the element itself or the nearest element around it that says it; and a shadow root, which the
 * server may have rendered already.
 *
 * `connected` is called each time the element comes into a page, with a signal that ends when it goes.
 */
export abstract class CampaignElement extends HTMLElement {
  static readonly style: string = '';
  #leaving: AbortController | null = null;

  protected abstract connected(leaving: AbortSignal): void;

  connectedCallback(): void {
    this.#adopt();
    this.#leaving = new AbortController();
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

  protected inherited(name: string): string | null {
    return nearest(this, name);
  }

  /** A BCP 47 tag: `locale`, else the language of the document. */
  get locale(): string {
    return this.inherited('locale') ?? (document.documentElement.lang || 'en');
  }

  get baseUrl(): string {
    return this.inherited('base-url') ?? '/api/campaign-actions';
  }

  get client(): CampaignActions {
    return createCampaignActions({ baseUrl: this.baseUrl, locale: this.locale });
  }

  /** The root, with the style of this kind of element: the server's or a new one. */
  protected get root(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (root.adoptedStyleSheets.length === 0)
      root.adoptedStyleSheets = [sheetOf((this.constructor as typeof CampaignElement).style)];
    return root;
  }

  /** Whether there is nothing to be seen of it yet. */
  protected get isBare(): boolean {
    return this.shadowRoot === null;
  }

  /** Shows this in place of what was there. */
  protected show(content: Html): void {
    this.root.replaceChildren(parsed(content));
  }

  /** Tells the page, and its analytics, what happened; never who the supporter is. */
  protected tell(
    name: 'campaign:signed' | 'campaign:confirmed' | 'campaign:shared',
    detail: object,
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Two copies of this package on one page are one too many, but no reason to fail. */
export const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element);
};
