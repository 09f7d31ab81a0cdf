import { CampaignElement, define } from '../element/campaign-element';
import { enhanceShare } from './enhance';
import { SHARE_STYLE } from './style';

/** `<campaign-share>`: how to tell others about a page, as the page's renderer wrote it. */
export class CampaignShare extends CampaignElement {
  static override readonly style = SHARE_STYLE;

  protected connected(leaving: AbortSignal): void {
    const action = this.getAttribute('action');
    enhanceShare(
      this.root,
      this.locale,
      (channel) => this.tell('campaign:shared', { action, channel }),
      leaving,
    );
  }
}

define('campaign-share', CampaignShare);
