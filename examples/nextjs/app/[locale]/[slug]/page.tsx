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
    return await client.campaign(slug, preview ? { preview } : {});
  } catch (error) {
    if (error instanceof CampaignActionsError && error.status === 404) notFound();
    throw error;
  }
});

export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => {
  const { locale, slug } = await params;
  const { seo, title } = await campaignAt(locale, slug, (await searchParams).preview);
  return { title: seo?.metaTitle ?? title, description: seo?.metaDescription ?? null };
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
