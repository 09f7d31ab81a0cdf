import type { Campaign } from '../contracts';
import { type Html, attributes, html, safeUrl } from '../html/tag';
import { scriptsTexts } from '../scripts/texts';
import { type Place, campaignAddress } from './place';
import { pageTexts } from './texts';

/** Where the form is, for links within the page. */
export const ACT = 'campaign-act';

type Language = Campaign['localizations'][number];

/** A language in its own words: "Français". */
const languageName = (locale: string): string => {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};

const languagesHtml = (others: readonly Language[], place: Place): Html | null => {
  const links = others.flatMap((other) => {
    const href = campaignAddress(place, other);
    if (href === null) return [];
    const { locale } = other;
    return html`<li><a${attributes({ href, lang: locale, hreflang: locale })}>${languageName(locale)}</a></li>`;
  });
  if (links.length === 0) return null;
  return html`<nav aria-label="${pageTexts(place.locale).languages}">
    <ul>
      ${links}
    </ul>
  </nav>`;
};

const organisationHtml = ({ organisation }: Place): Html => {
  const { name = null, url = null, logo = null } = organisation ?? {};
  const src = safeUrl(logo?.url);
  const { width, height } = logo ?? {};
  const shown = src
    ? html`<img${attributes({ src, width, height, alt: logo?.alt ?? name ?? '' })}></img${attributes({ src, width, height, alt: logo?.alt ?? name ?? '' })}>`
    : name;
  const href = safeUrl(url);
  return href ? html`<a href="${href}">${shown}</a>` : html`<span>${shown}</span>`;
};

/** What stands above the page: a way past it, the word that it is a draft, who speaks, in which languages. */
export const topHtml = (others: readonly Language[], place: Place): Html => {
  const texts = pageTexts(place.locale);
  return html`<a class="campaign-skip" href="#${ACT}">${texts.skip}</a>${
      place.preview !== null && html`<p class="campaign-draft" role="status">${texts.draft}</p>`
    }
    <header class="campaign-top">
      <div class="campaign-inner">
        <p class="campaign-organisation">${organisationHtml(place)}</p>
        ${languagesHtml(others, place)}
      </div>
    </header>`;
};

/** What stands below it. */
export const footHtml = (asksForConsent: boolean, place: Place): Html => {
  const texts = pageTexts(place.locale);
  const policy = safeUrl(place.organisation?.privacyPolicyUrl);
  return html`<footer class="campaign-foot">
    <div class="campaign-inner">
      <p class="campaign-organisation">${organisationHtml(place)}</p>
      <ul>
        ${policy && html`<li><a href="${policy}">${texts.privacyPolicy}</a></li>`}${
          asksForConsent &&
          html`<li>
            <button type="button" data-consent>${scriptsTexts(place.locale).again}</button>
          </li>`
        }
      </ul>
    </div>
  </footer>`;
};
