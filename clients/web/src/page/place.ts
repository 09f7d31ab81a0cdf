import type { ActionReference, Campaign, Signatory } from '../contracts';

/** Where a page or a form stands: what is around it, and what is not its own. */
export interface Place {
  /** Of the plugin's doors, as a browser reaches them. */
  baseUrl: string;
  locale: string;
  /** The page's own address, whole; null where nobody has said it, empty where it is not to be shared. */
  pageUrl: string | null;
  organisation: Signatory | null;
  share: Campaign['share'];
  /** The token of a preview: nothing is stored, and the page says so. */
  preview: string | null;
  /**
   * Where an action has a page of its own, with `{locale}`, `{slug}` and `{documentId}`:
   * `/{locale}/actions/{slug}`. Without it, further actions are done on the page itself.
   */
  actionUrl?: string | null;
  /** The same for campaigns; with it, the page leads to its other languages. */
  campaignUrl?: string | null;
  /** Further links at the foot of the page: a legal notice, how to give. */
  footLinks?: readonly { label: string; url: string }[];
}

/** What attributes say, on an element or around it. */
export const placeSaid = (
  said: (name: string) => string | null,
  baseUrl: string,
  locale: string,
): Place => ({
  baseUrl,
  locale,
  pageUrl: said('page-url'),
  organisation: { name: null, url: null, logo: null, privacyPolicyUrl: said('privacy-url') },
  share: null,
  preview: said('preview'),
  actionUrl: said('action-url'),
  campaignUrl: said('campaign-url'),
});

type Named = { locale: string; slug: string | null; documentId: string };

const filled = (pattern: string | null | undefined, named: Named): string | null =>
  pattern?.replace(/\{(locale|slug|documentId)\}/g, (_, name: keyof Named) =>
    encodeURIComponent(named[name] ?? named.documentId),
  ) ?? null;

/** The address of an action's own page; null where it has none. */
export const actionAddress = (
  { actionUrl, locale }: Pick<Place, 'actionUrl' | 'locale'>,
  { slug, documentId }: Pick<ActionReference, 'slug' | 'documentId'>,
): string | null => filled(actionUrl, { locale, slug, documentId });

export const wayToPage = (
  place: Pick<Place, 'actionUrl' | 'locale'>,
  action: Pick<ActionReference, 'slug' | 'documentId'>,
): { href: string } | null => {
  const href = actionAddress(place, action);
  return href === null ? null : { href };
};

/** The address of a campaign's page in one of its languages; null where nobody knows it. */
export const campaignAddress = (
  { campaignUrl }: Pick<Place, 'campaignUrl'>,
  { locale, slug }: Campaign['localizations'][number],
): string | null =>
  slug === null ? null : filled(campaignUrl, { locale, slug, documentId: slug });
