import type { Action, ActionReference } from '../../../contracts/action';
import type { Campaign, CampaignItem } from '../../../contracts/campaign';
import type { Refer } from '../action/shape';
import { type OrganisationDocument, signatoryShape } from '../organisation/shape';
import { imageShape } from '../publication/image';
import type { CampaignDocument, FurtherActionContent, SeoContent } from './document';
import { isSafeAtRisk, scriptShape, scriptSources } from './scripts';
import { figureShape, sectionShape } from './section-shapes';

interface Surroundings {
  action: Action | null;
  organisation: OrganisationDocument | null;
  localizations: Campaign['localizations'];
  refer: Refer;
  publicUrl: string;
}

const heroShape = ({ hero }: CampaignDocument, publicUrl: string): Campaign['hero'] =>
  hero ? { ...figureShape(hero), image: imageShape(hero.image, publicUrl) } : null;

const furtherActionShape = (further: FurtherActionContent, refer: Refer) => {
  const named = refer(further.action);
  return {
    label: further.label || null,
    title: further.title || named?.title || null,
    action: named && { documentId: named.documentId, slug: named.slug, kind: named.kind },
    url: further.url || null,
  };
};

const seoShape = (seo: SeoContent, publicUrl: string): Campaign['seo'] => ({
  metaTitle: seo.metaTitle || null,
  metaDescription: seo.metaDescription || null,
  shareImage: imageShape(seo.shareImage, publicUrl),
  canonicalUrl: seo.canonicalUrl || null,
  noIndex: seo.noIndex ?? false,
});

const shareShape = (share: NonNullable<CampaignDocument['share']>): Campaign['share'] => ({
  text: share.text || null,
  emailSubject: share.emailSubject || null,
  emailBody: share.emailBody || null,
});

/** The whole page, without counters. */
export const campaignShape = (
  document: CampaignDocument,
  { action, organisation, localizations, refer, publicUrl }: Surroundings,
): Campaign => {
  const written = (document.scripts ?? []).map(scriptShape);
  const scripts = action?.sensitive ? written.filter(isSafeAtRisk) : written;
  return {
    documentId: document.documentId,
    locale: document.locale,
    slug: document.slug,
    title: document.title,
    publishedAt: document.publishedAt,
    organisation: organisation && signatoryShape(organisation, publicUrl),
    hero: heroShape(document, publicUrl),
    action,
    sections: (document.sections ?? []).map((section) => sectionShape(section, refer, publicUrl)),
    furtherActions: (document.furtherActions ?? []).map((further) =>
      furtherActionShape(further, refer),
    ),
    scripts,
    contentSecurityPolicy: { scriptSrc: scriptSources(scripts) },
    seo: document.seo ? seoShape(document.seo, publicUrl) : null,
    share: document.share ? shareShape(document.share) : null,
    localizations,
  };
};

/** A campaign as a list shows it. */
export const campaignItemShape = (
  document: CampaignDocument,
  action: ActionReference | null,
  publicUrl: string,
): CampaignItem => ({
  documentId: document.documentId,
  locale: document.locale,
  slug: document.slug,
  title: document.title,
  publishedAt: document.publishedAt,
  hero: heroShape(document, publicUrl),
  action,
});
