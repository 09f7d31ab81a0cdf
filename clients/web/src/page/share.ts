import type { Action } from '../contracts';
import { shadowHtml } from '../html/shadow';
import { type Html, html } from '../html/tag';
import { shareHtml } from '../share/html';
import { SHARE_STYLE } from '../share/style';
import { plainAddress } from '../signature/source';
import type { Place } from './place';

/** How to tell others, for those who have read to the end; nothing where the page's address is unknown. */
export const shareSectionHtml = (
  action: Pick<Action, 'documentId' | 'sensitive'> | null,
  title: string | null,
  { pageUrl, share, locale }: Place,
): Html | null => {
  if (!pageUrl) return null;
  const sensitive = action?.sensitive ?? false;
  const sharing = { pageUrl: plainAddress(pageUrl), title, share };
  const inside = shareHtml(sharing, { locale, sensitive }, 'h2');
  const own = { action: action?.documentId, locale };
  return html`<div class="campaign-share">
    <div class="campaign-inner">${shadowHtml('campaign-share', own, SHARE_STYLE, inside)}</div>
  </div>`;
};
