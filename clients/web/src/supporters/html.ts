import type { Supporter, Supporters } from '../contracts';
import { type Html, html } from '../html/tag';
import { shadowHtml } from '../html/shadow';
import { SUPPORTERS_STYLE } from './style';
import { supportersTexts } from './texts';

interface SupportersPlace {
  locale: string;
}

const countryName = (code: string, locale: string): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};

const supporterHtml = ({ name, message, country }: Supporter, locale: string): Html => {
  const from = country && html`<span part="country">${countryName(country, locale)}</span>`;
  const who = html`<span part="name">${name ?? supportersTexts(locale).unnamed}</span>`;
  return html`<li part="supporter">
    <p part="who">${who} ${from}</p>
    ${message && html`<p part="message" dir="auto">${message}</p>`}
  </li>`;
};

/** What stands inside: nothing while too few agreed to be shown. */
export const supportersHtml = ({ data, meta }: Supporters, { locale }: SupportersPlace): Html => {
  if (!meta.enough || data.length === 0) return html``;
  const items = data.map((supporter) => supporterHtml(supporter, locale));
  return html`<section part="supporters">
    <h2 part="heading">${supportersTexts(locale).heading}</h2>
    <ul part="list">
      ${items}
    </ul>
  </section>`;
};

/** The whole element, for a server. */
export const supportersElementHtml = (
  action: string,
  supporters: Supporters,
  { locale }: SupportersPlace,
): Html =>
  shadowHtml(
    'campaign-supporters',
    { action, locale },
    SUPPORTERS_STYLE,
    supportersHtml(supporters, { locale }),
  );
