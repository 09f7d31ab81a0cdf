import type { Campaign } from '../../../contracts/campaign';
import { namedActions, referTo } from '../action/named';
import { wholeAction } from '../action/whole';
import { CAMPAIGN } from '../plugin';
import type { ReadPage } from '../publication/board';
import { placeOf } from '../publication/encoded-page';
import { localeChain, otherLocales } from '../publication/locale';
import {
  type CampaignDocument,
  type CampaignRow,
  COMPONENTS,
  type Naming,
  ROW_FIELDS,
} from './document';
import { campaignShape } from './shape';

/** Every action that a campaign names, wherever on the page. */
export const actionsOf = ({ action, furtherActions, sections }: Naming) => [
  action,
  ...(furtherActions ?? []).map((further) => further.action),
  ...(sections ?? []).map((section) => ('action' in section ? section.action : null)),
];

/** The whole page in one answer; null when this campaign is not published in this locale. */
export const campaignPage: ReadPage = async (reader, { documentId, locale }) => {
  const { published, publicUrl } = reader;
  const rows = await published.rows<CampaignRow>(CAMPAIGN, [documentId], ROW_FIELDS);
  const row = rows.find((each) => each.locale === locale);
  const document = row && (await published.whole<CampaignDocument>(CAMPAIGN, row, COMPONENTS));
  if (!document) return null;

  // What the page is surrounded by speaks the page's language, where it can.
  const actions = await namedActions(reader, actionsOf(document), locale);
  const named = actions.get(document.action ?? '');
  const chain = localeChain(locale, await reader.defaultLocale());
  const page = campaignShape(document, {
    action: named ? await wholeAction(reader, named) : null,
    organisation: await reader.organisation(chain),
    localizations: otherLocales(rows, row),
    refer: referTo(actions),
    publicUrl,
  });
  return withPlaces(page);
};

/** The page with places for the counters of its own action and of its further actions. */
const withPlaces = (page: Campaign): object => {
  const placed = <T extends { documentId: string }>(action: T | null) =>
    action && { ...action, counter: placeOf(action.documentId) };
  return {
    ...page,
    action: placed(page.action),
    furtherActions: page.furtherActions.map((further) => ({
      ...further,
      action: placed(further.action),
    })),
  };
};
