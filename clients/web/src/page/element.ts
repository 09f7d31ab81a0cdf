import type { Script } from '../contracts';
import { CampaignElement, define } from '../element/campaign-element';
import { dress } from '../element/dress';
import { parsed } from '../element/parsed';
import type { Html } from '../html/tag';
import { html } from '../html/tag';
import { directionOf } from '../locale';
import { isReadyForHtml } from '../scripts/html';
import { runScript } from '../scripts/run';
import { takePrefill } from '../signature/prefill';
import { plainAddress } from '../signature/source';
import { actionHtml, campaignHtml } from './html';
import { type Place, placeSaid } from './place';
import { PAGE_STYLE } from './style';
import { pageTexts } from './texts';

type Shown = { locale: string } & Partial<Pick<Place, 'organisation' | 'share'>>;

const wholeAddress = (said: string | null): string => new URL(said ?? '', location.href).href;

/**
 * `<campaign-page campaign="ID">`, or `action="ID"`: the whole page. It makes live what a server has
 * rendered, or reads the page and shows it. Within a site's own `main` it leaves out head and foot.
 */
export class CampaignPage extends CampaignElement {
  protected override changed(): void {
    this.replaceChildren();
  }

  protected connected(leaving: AbortSignal): void {
    // Before any script of the campaign's can read it.
    takePrefill();
    if (this.querySelector('.campaign-hero')) this.#enhance();
    else void this.#read(leaving);
    this.addEventListener('toggle', (event) => this.#opened(event), {
      capture: true,
      signal: leaving,
    });
  }

  /** What is around it, in the language that was answered: not every page is there in the one asked for. */
  #place({ locale, organisation, share = null }: Shown): Place {
    const said = placeSaid((name) => this.inherited(name), this.baseUrl, locale);
    const { privacyPolicyUrl } = said.organisation ?? {};
    return {
      ...said,
      pageUrl: said.pageUrl === '' ? '' : plainAddress(wholeAddress(said.pageUrl)),
      organisation: organisation
        ? { ...organisation, privacyPolicyUrl: privacyPolicyUrl ?? organisation.privacyPolicyUrl }
        : said.organisation,
      share,
    };
  }

  async #read(signal: AbortSignal): Promise<void> {
    try {
      const preview = this.inherited('preview') ?? undefined;
      const options = { isPart: this.parentElement?.closest('main') !== null };
      const id = this.getAttribute('campaign');
      const { client } = this;
      if (id === null) {
        const action = await client.action(this.getAttribute('action') ?? '', { signal, preview });
        this.#showPage(action.locale, actionHtml(action, this.#place(action), options));
        return;
      }
      const read = await client.campaign(id, { signal, preview });
      // The address of a draft may hold its token, which any script on the page could read.
      const campaign = preview === undefined ? read : { ...read, scripts: [] };
      this.#showPage(campaign.locale, campaignHtml(campaign, this.#place(campaign), options));
      // A server would have written them into the page's markup.
      campaign.scripts.filter(isReadyForHtml).forEach(runScript);
    } catch {
      if (!signal.aborted) this.#sayNotLoaded(signal);
    }
  }

  #showPage(locale: string, content: Html): void {
    this.#adoptStyle();
    this.lang = locale;
    this.dir = directionOf(locale);
    this.replaceChildren(parsed(content));
    this.#enhance();
  }

  #sayNotLoaded(leaving: AbortSignal): void {
    const texts = pageTexts(this.locale);
    this.#adoptStyle();
    this.replaceChildren(
      parsed(
        html`<p class="campaign-not-loaded" role="alert">
          ${texts.notLoaded} <button type="button">${texts.again}</button>
        </p>`,
      ),
    );
    const retry = (): void => void this.#read(leaving);
    this.querySelector('button')?.addEventListener('click', retry, { once: true });
  }

  /** The page is no shadow root: its style goes to the root that it stands in. */
  #adoptStyle(): void {
    dress(this.getRootNode() as Document | ShadowRoot, PAGE_STYLE);
  }

  #enhance(): void {
    const waiting = this.querySelector('script[data-scripts]')?.textContent;
    if (waiting) void this.#askForConsent(JSON.parse(waiting) as Script[]);
  }

  async #askForConsent(scripts: Script[]): Promise<void> {
    const { CampaignConsent } = await import('../scripts/element');
    // It moves along with the page.
    if (this.querySelector('campaign-consent')) return;
    const consent = new CampaignConsent();
    consent.scripts = scripts;
    if (this.lang) consent.setAttribute('locale', this.lang);
    const again = this.querySelector<HTMLElement>('[data-consent]');
    again?.addEventListener('click', () => consent.reopen(again));
    this.append(consent);
  }

  /** A further action without a page of its own is done here: its form comes when it is opened. */
  #opened({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const { action } = target.dataset;
    if (!action || target.querySelector('campaign-form')) return;
    const form = document.createElement('campaign-form');
    form.setAttribute('action', action);
    target.append(form);
  }
}

define('campaign-page', CampaignPage);
