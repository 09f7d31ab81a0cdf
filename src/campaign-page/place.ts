import type { Campaign, Signatory } from 'campaign-actions-web';
import type { Place } from 'campaign-actions-web/html';
import { type Asked, draftQuery } from './asked';
import type { Reader } from './read';
import { textsIn } from './texts';

/** Where actions have pages of their own. */
export const ACTION_PATTERN = '/{locale}/actions/{slug}';
const PATTERNS = { campaign: '/{locale}/{slug}', action: ACTION_PATTERN };

interface Shown {
  locale: string;
  slug: string | null;
  documentId: string;
  organisation: Signatory | null;
  share?: Campaign['share'];
}

/** Everything about a page that is not in its content. From one draft, links lead to other drafts. */
export const placeOf = (
  { api, publicUrl, isDemo }: Pick<Reader, 'api' | 'publicUrl' | 'isDemo'>,
  type: keyof typeof PATTERNS,
  { locale, slug, documentId, organisation, share = null }: Shown,
  { preview }: Asked,
): Place => {
  const query = preview === null ? '' : `?${new URLSearchParams(draftQuery(preview)).toString()}`;
  const texts = textsIn(locale);
  const path = PATTERNS[type].replace('{locale}', locale).replace('{slug}', slug ?? documentId);
  return {
    baseUrl: api,
    locale,
    pageUrl: publicUrl + path,
    organisation,
    share,
    preview,
    actionUrl: PATTERNS.action + query,
    campaignUrl: PATTERNS.campaign + query,
    footLinks: isDemo()
      ? [
          { label: texts.mailbox, url: `/mailbox?locale=${locale}` },
          { label: texts.doors, url: '/doors' },
        ]
      : [],
  };
};
