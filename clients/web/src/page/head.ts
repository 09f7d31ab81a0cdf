import type { ActionPage, Campaign } from '../contracts';
import { type Html, attributes, html, safeUrl } from '../html/tag';
import { scriptsHtml } from '../scripts/html';
import { type Place, campaignAddress } from './place';

const meta = (property: string, content: string | number | null | undefined): Html | null =>
  content === null || content === undefined || content === ''
    ? null
    : html`<meta ${attributes({ property, content })} />`;

const named = (name: string, content: string | null | undefined): Html | null =>
  content ? html`<meta ${attributes({ name, content })} />` : null;

const link = (rel: string, href: string | null, hreflang?: string): Html | null =>
  href === null ? null : html`<link ${attributes({ rel, href, hreflang })} />`;

/** Against the page's own address: Open Graph wants whole ones. */
const whole = (url: string | null | undefined, { pageUrl }: Place): string | null => {
  const safe = safeUrl(url);
  return safe === null
    ? null
    : pageUrl && URL.canParse(safe, pageUrl)
      ? new URL(safe, pageUrl).href
      : safe;
};

interface Said {
  title: string;
  description: string | null;
  image: NonNullable<Campaign['seo']>['shareImage'];
  canonical: string | null;
  noIndex: boolean;
}

const saidHtml = ({ title, description, image, canonical, noIndex }: Said, place: Place): Html => {
  const { locale, organisation, preview } = place;
  return html`<title>${title}</title>${[
      named('description', description),
      // The address of a draft holds a token.
      preview !== null && named('referrer', 'no-referrer'),
      (noIndex || preview !== null) && named('robots', 'noindex'),
      link('canonical', canonical),
      meta('og:type', 'website'),
      meta('og:title', title),
      meta('og:description', description),
      meta('og:url', canonical),
      meta('og:site_name', organisation?.name),
      meta('og:locale', locale.replace('-', '_')),
      image && [
        meta('og:image', whole(image.url, place)),
        meta('og:image:width', image.width),
        meta('og:image:height', image.height),
        meta('og:image:alt', image.alt),
      ],
      named('twitter:card', image ? 'summary_large_image' : 'summary'),
    ]}`;
};

const titled = (title: string | null, { organisation }: Place): string =>
  [title, organisation?.name].filter((part) => part).join(' · ');

/** What a campaign's page says about itself, within `<head>`. */
export const headHtml = (campaign: Campaign, place: Place): Html => {
  const { seo, title, locale, slug, localizations, hero, action, scripts } = campaign;
  const alternates = [{ locale, slug }, ...localizations].map((each) =>
    link('alternate', whole(campaignAddress(place, each), place), each.locale),
  );
  const said = {
    title: seo?.metaTitle ?? titled(title, place),
    description: seo?.metaDescription ?? action?.statement ?? null,
    image: seo?.shareImage ?? hero?.image ?? null,
    canonical: safeUrl(seo?.canonicalUrl) ?? place.pageUrl,
    noIndex: seo?.noIndex ?? false,
  };
  return html`${saidHtml(said, place)}${localizations.length > 0 && alternates}${scriptsHtml(scripts, 'head')}`;
};

/** The same for the page of an action. */
export const actionHeadHtml = ({ title, statement }: ActionPage, place: Place): Html =>
  saidHtml(
    {
      title: titled(title, place),
      description: statement,
      image: null,
      canonical: place.pageUrl,
      noIndex: false,
    },
    place,
  );
