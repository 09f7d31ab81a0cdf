import type { ActionPage, Campaign } from '../contracts';
import type { Html } from '../html/tag';
import { attributes, html } from '../html/tag';
import { styleHtml } from '../html/shadow';
import { askedFor } from '../scripts/consent';
import { waitingScriptsHtml } from '../scripts/html';
import { type WayTo, sectionHtml } from '../section/html';
import { actHtml } from './act';
import { ACT, type AddressIn, choicesAloneHtml, footHtml, skipHtml, topHtml } from './frame';
import { furtherActionsHtml, wayToFurther } from './further';
import { heroHtml } from './hero';
import { type Place, actionAddress, campaignAddress, wayToPage } from './place';
import { shareSectionHtml } from './share';
import { PAGE_STYLE } from './style';

export interface PageOptions {
  /** It stands within the `main` of a site that has its own head and foot. */
  isPart?: boolean;
}

/** So many parts of the story are about as long as a form. */
const BESIDE = 2;

/** The story begins beside the form, and goes on below. */
const storyHtml = ({ sections, action, furtherActions }: Campaign, place: Place): Html => {
  const wayTo: WayTo = (named) =>
    named.documentId === action?.documentId
      ? { href: `#${ACT}` }
      : (wayToPage(place, named) ?? wayToFurther(furtherActions, named.documentId));
  const all = sections.map((section) => sectionHtml(section, place, wayTo));
  return html`<div class="campaign-middle">
      ${action && actHtml(action, place)}
      <div class="campaign-lead">${all.slice(0, BESIDE)}</div>
    </div>
    <div class="campaign-story">${all.slice(BESIDE)}</div>`;
};

/** Only where the form asks who wants to be shown. */
const supportersHtml = (action: Campaign['action'], { locale }: Place): Html | null =>
  action?.form.consents.some(({ purpose }) => purpose === 'publish')
    ? html`<div class="campaign-inner">
        <campaign-supporters
          ${attributes({ action: action.documentId, locale })}
        ></campaign-supporters>
      </div>`
    : null;

/** What stands inside the page's element. */
export const campaignHtml = (campaign: Campaign, place: Place, options: PageOptions = {}): Html => {
  const main = html`${heroHtml(campaign, place)}${storyHtml(campaign, place)}${supportersHtml(campaign.action, place)}${furtherActionsHtml(campaign.furtherActions, place)}${shareSectionHtml(campaign.action, campaign.title, place)}`;
  const asks = askedFor(campaign.scripts).length > 0;
  const waiting = waitingScriptsHtml(campaign.scripts);
  if (options.isPart) return html`${main}${asks && choicesAloneHtml(place)}${waiting}`;
  const top = topHtml(campaign.localizations, (each) => campaignAddress(place, each), place);
  return html`${campaign.action && skipHtml(place)}${top}
    <main>${main}</main>
    ${footHtml(asks, place)}${waiting}`;
};

/** The same for an action that has a page of its own. */
export const actionHtml = (action: ActionPage, place: Place, options: PageOptions = {}): Html => {
  const { title, documentId, localizations } = action;
  const addressIn: AddressIn = ({ locale, slug }) =>
    actionAddress({ ...place, locale }, { slug, documentId });
  const main = html`<div class="campaign-hero campaign-plain">
      <div class="campaign-inner"><h1>${title}</h1></div>
    </div>
    <div class="campaign-middle campaign-single">${actHtml(action, place)}</div>
    ${supportersHtml(action, place)}${shareSectionHtml(action, title, place)}`;
  if (options.isPart) return main;
  return html`${skipHtml(place)}${topHtml(localizations, addressIn, place)}
    <main>${main}</main>
    ${footHtml(false, place)}`;
};

const element = (own: Parameters<typeof attributes>[0], place: Place, inside: Html): Html =>
  html`<campaign-page
    ${attributes({ ...own, locale: place.locale, 'base-url': place.baseUrl, preview: place.preview })}
    >${styleHtml(PAGE_STYLE)}${inside}</campaign-page
  >`;

/** The whole page of a campaign, for a server: it is read before any script has come, and without. */
export const pageHtml = (campaign: Campaign, place: Place, options: PageOptions = {}): Html =>
  element({ campaign: campaign.documentId }, place, campaignHtml(campaign, place, options));

/** The whole page of an action. */
export const actionPageHtml = (action: ActionPage, place: Place, options: PageOptions = {}): Html =>
  element({ action: action.documentId }, place, actionHtml(action, place, options));
