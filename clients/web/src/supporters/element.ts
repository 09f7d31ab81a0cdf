import type { Supporters } from '../contracts';
import { CampaignElement, define } from '../element/campaign-element';
import { supportersHtml } from './html';
import { SUPPORTERS_STYLE } from './style';

/**
 * `<campaign-supporters action="ID">`: some of those who agreed to be shown. Nobody is, while they are
 * few or the action shows none; then there is nothing to be seen. Read when it comes near.
 */
export class CampaignSupporters extends CampaignElement {
  static override readonly style = SUPPORTERS_STYLE;

  /** Supporters that are known already. */
  set data(supporters: Supporters) {
    this.show(supportersHtml(supporters, { locale: this.locale }));
  }

  protected connected(leaving: AbortSignal): void {
    if (this.shadowRoot?.querySelector('section')) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void this.#read(leaving);
      },
      { rootMargin: '600px' },
    );
    observer.observe(this);
    leaving.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  async #read(signal: AbortSignal): Promise<void> {
    try {
      this.data = await this.client.supporters(this.getAttribute('action') ?? '', { signal });
    } catch {
      // The page goes on without them.
    }
  }
}

define('campaign-supporters', CampaignSupporters);
