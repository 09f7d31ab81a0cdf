import { CampaignActionsError, createCampaignActions } from 'campaign-actions-web';
import { pageHtml } from 'campaign-actions-web/html';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Elements } from '../../elements';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ preview?: string }>;
}

const API = process.env.CAMPAIGN_ACTIONS_URL ?? 'http://localhost:1337/api/campaign-actions';
const SITE = process.env.SITE_URL ?? 'http://localhost:3000';

/** Once for the page and its head. */
const campaignAt = cache(async (locale: string, slug: string, preview: string | undefined) => {
  const client = createCampaignActions({ baseUrl: API, locale });
  try {
    const campaign = await client.campaign(slug, preview ? { preview } : {});
    // The address of a draft holds a token, which any script on it could read.
    return preview ? { ...campaign, scripts: [] } : campaign;
  } catch (error) {
    if (error instanceof CampaignActionsError && error.status === 404) notFound();
    throw error;
  }
});

/** What `headHtml` of campaign-actions-web/html says, in the framework's own way. */
export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => {
  const { locale, slug } = await params;
  const { preview } = await searchParams;
  const campaign = await campaignAt(locale, slug, preview);
  const { seo, action, hero, organisation } = campaign;
  const title = seo?.metaTitle ?? campaign.title ?? '';
  const description = seo?.metaDescription ?? action?.statement ?? '';
  const url = seo?.canonicalUrl ?? `${SITE}/${locale}/${slug}`;
  const image = seo?.shareImage ?? hero?.image;
  const others = campaign.localizations.filter((each) => each.slug !== null);
  const languages = [campaign, ...others].map((each) => [
    each.locale,
    `${SITE}/${each.locale}/${each.slug}`,
  ]);
  return {
    title,
    description,
    alternates: {
      canonical: url,
      ...(others.length > 0 && { languages: Object.fromEntries(languages) }),
    },
    openGraph: {
      title,
      description,
      url,
      siteName: organisation?.name ?? '',
      locale: campaign.locale.replace('-', '_'),
      images: image ? [{ url: image.url, alt: image.alt ?? '' }] : [],
    },
    ...((preview || seo?.noIndex) && { robots: { index: false } }),
    ...(preview && { referrer: 'no-referrer' as const }),
  };
};

export default async function Page({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const { preview } = await searchParams;
  const campaign = await campaignAt(locale, slug, preview);
  const { organisation, share } = campaign;
  const place = {
    baseUrl: API,
    locale: campaign.locale,
    pageUrl: `${SITE}/${locale}/${slug}`,
    campaignUrl: '/{locale}/{slug}',
    organisation,
    share,
    preview: preview ?? null,
  };
  // A part of a site that has a head and a foot of its own.
  const html = pageHtml(campaign, place, { isPart: true });
  return (
    <>
      {/* Browsers move the markup into the elements while they read it, so React finds it changed. */}
      <main dangerouslySetInnerHTML={{ __html: html.text }} suppressHydrationWarning />
      <Elements />
    </>
  );
}
