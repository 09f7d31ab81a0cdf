import type { ActionPage, Campaign } from '../contracts';
import type { Html } from '../html/tag';
import { attributes, html } from '../html/tag';
import { styleHtml } from '../html/shadow';
import { askedFor } from '../scripts/consent';
import { waitingScriptsHtml } from '../scripts/html';
import { sectionHtml } from '../section/html';

import { actHtml } from './act';
import { type AddressIn, footHtml, skipHtml, topHtml } from './frame';
import { furtherActionsHtml } from './further';
import { heroHtml } from './hero';
import { type Place, actionAddress, campaignAddress } from './place';
import { shareSectionHtml } from './share';
import { PAGE_STYLE } from './style';

export interface PageOptions {
  /** It stands within the `main` of a site that has its own head and foot. */
  isPart?: boolean;
}

/** So many parts of the story are about as long as a form. */
const BESIDE = 2;

/** The story begins beside the form, and goes on below. */
const storyHtml = ({ sections, action }: Campaign, place: Place): Html => {
  const all = sections.map((section) => sectionHtml(section, place));
  return html`<div class="campaign-middle">
      ${action && actHtml(action, place)}
      <div class="campaign-lead">${all.slice(0, BESIDE)}</div>
    </div>
    <div class="campaign-story">${all.slice(BESIDE)}</div>`;
};

/** Only where the form asks who wants to be shown. */
const supportersHtml = (action: Campaign['action']): Html | null =>
  action?.form.consents.some(({ purpose }) => purpose === 'publish')
    ? html`<div class="campaign-inner">
        <campaign-supporters ${attributes({ action: action.documentId })}></campaign-supporters>
      </div>`
    : null;

const mainHtml = (inside: Html, { isPart }: PageOptions): Html =>
  isPart ? inside : html`<main>${inside}</main>`;

/** What stands inside the page's element. */
export const campaignHtml = (campaign: Campaign, place: Place, options: PageOptions = {}): Html => {
  const main = html`${heroHtml(campaign, place)}${storyHtml(campaign, place)}${supportersHtml(campaign.action)}${furtherActionsHtml(campaign.furtherActions, place)}${shareSectionHtml(campaign.action, campaign.title, place)}`;
  const asks = askedFor(campaign.scripts).length > 0;
  return html`${!options.isPart && [campaign.action && skipHtml(place), topHtml(campaign.localizations, (each) => campaignAddress(place, each), place)]}${mainHtml(main, options)}${footHtml(asks, place)}${waitingScriptsHtml(campaign.scripts)}`;
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
    ${supportersHtml(action)}${shareSectionHtml(action, title, place)}`;
  return html`${!options.isPart && [skipHtml(place), topHtml(localizations, addressIn, place)]}${mainHtml(main, options)}${footHtml(false, place)}`;
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
