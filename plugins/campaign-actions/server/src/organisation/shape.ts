import type { z } from '@strapi/utils';
import type { Organisation, signatory } from '../../../contracts/organisation';
import { type FileContent, logoShape } from '../publication/image';

/** The organisation in one locale, populated. */
export interface OrganisationDocument {
  locale: string;
  name?: string | null;
  url?: string | null;
  logo?: FileContent | null;
  privacyPolicyUrl?: string | null;
  shareHandles?: { network: string; handle: string }[] | null;
  defaultConfirmation?: 'required' | 'none' | null;
  /** The front end's page for links in mail; empty: the plugin's own. */
  confirmPageUrl?: string | null;
  /** The website's page that shows drafts. */
  previewUrl?: string | null;
}

/** The organisation as a campaign page names it. */
export const signatoryShape = (
  document: OrganisationDocument,
  publicUrl: string,
): z.infer<typeof signatory> => ({
  name: document.name || null,
  url: document.url || null,
  logo: logoShape(document.logo, publicUrl),
  privacyPolicyUrl: document.privacyPolicyUrl || null,
});

export const organisationShape = (
  document: OrganisationDocument,
  publicUrl: string,
): Organisation => ({
  locale: document.locale,
  ...signatoryShape(document, publicUrl),
  shareHandles: (document.shareHandles ?? []).map(({ network, handle }) => ({ network, handle })),
});
