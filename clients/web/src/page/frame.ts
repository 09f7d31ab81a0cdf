import type { Campaign } from '../contracts';
import { type Html, attributes, html, safeUrl } from '../html/tag';
import { scriptsTexts } from '../scripts/texts';
import type { Place } from './place';
import { pageTexts } from './texts';

/** Where the form is, for links within the page. */
export const ACT = 'campaign-act';

type Language = Campaign['localizations'][number];

/** A language in its own words: "Français". */
const languageName = (locale: string): string => {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};

export type AddressIn = (language: Language) => string | null;

const languagesHtml = (
  others: readonly Language[],
  addressIn: AddressIn,
  place: Place,
): Html | null => {
  const links = others.flatMap((other) => {
    const href = addressIn(other);
    if (href === null) return [];
    const { locale } = other;
    return html`<li>
      <a ${attributes({ href, lang: locale, hreflang: locale })}>${languageName(locale)}</a>
    </li>`;
  });
  if (links.length === 0) return null;
  return html`<nav aria-label="${pageTexts(place.locale).languages}">
    <ul>
      ${links}
    </ul>
  </nav>`;
};

const organisationHtml = ({ organisation }: Place): Html | null => {
  const { name = null, logo = null } = organisation ?? {};
  const src = safeUrl(logo?.url);
  if (src === null && name === null) return null;
  const { width, height } = logo ?? {};
  const shown = src
    ? html`<img ${attributes({ src, width, height, alt: logo?.alt ?? name ?? '' })} />`
    : name;
  const href = safeUrl(organisation?.url);
  return html`<p class="campaign-organisation">
    ${href ? html`<a href="${href}">${shown}</a>` : shown}
  </p>`;
};

export const skipHtml = ({ locale }: Place): Html =>
  html`<a class="campaign-skip" href="#${ACT}">${pageTexts(locale).skip}</a>`;

/** What stands above the page: the word that it is a draft, who speaks, in which languages. */
export const topHtml = (others: readonly Language[], addressIn: AddressIn, place: Place): Html => {
  const { draft } = pageTexts(place.locale);
  const organisation = organisationHtml(place);
  const languages = languagesHtml(others, addressIn, place);
  return html`${place.preview !== null && html`<aside class="campaign-draft"><p>${draft}</p></aside>`}${
    (organisation || languages) &&
    html`<header class="campaign-top">
      <div class="campaign-inner">${organisation}${languages}</div>
    </header>`
  }`;
};

const choicesHtml = ({ locale }: Place): Html =>
  html`<button type="button" data-consent>${scriptsTexts(locale).again}</button>`;

/** The way back to what was chosen, on a site that has a foot of its own. */
export const choicesAloneHtml = (place: Place): Html =>
  html`<p class="campaign-choices campaign-by-script">${choicesHtml(place)}</p>`;

/** What stands below it. */
export const footHtml = (asksForConsent: boolean, place: Place): Html | null => {
  const texts = pageTexts(place.locale);
  const { organisation, footLinks = [] } = place;
  const policy = { label: texts.privacyPolicy, url: organisation?.privacyPolicyUrl };
  const links = [policy, ...footLinks].flatMap(({ label, url }) => {
    const href = safeUrl(url);
    return href === null ? [] : html`<li><a href="${href}">${label}</a></li>`;
  });
  if (asksForConsent) links.push(html`<li class="campaign-by-script">${choicesHtml(place)}</li>`);
  const named = organisationHtml(place);
  if (!named && links.length === 0) return null;
  return html`<footer class="campaign-foot">
    <div class="campaign-inner">
      ${named}
      <ul>
        ${links}
      </ul>
    </div>
  </footer>`;
};
