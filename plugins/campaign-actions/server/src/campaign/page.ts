import type { Campaign } from '../../../contracts/campaign';
import type { Counter } from '../../../contracts/counter';
import { namedActions, referTo } from '../action/named';
import { wholeAction } from '../action/whole';
import { countersOf } from '../counter/counters';
import { CAMPAIGN } from '../plugin';
import { inBestLocale, localeChain, otherLocales } from '../publication/locale';
import type { Asked, Reader } from '../publication/reader';
import { resolveDocument } from '../publication/resolve';
import { type CampaignDocument, type CampaignRow, COMPONENTS, ROW_FIELDS } from './document';
import { campaignShape } from './shape';

/** Every action that a campaign names, wherever on the page. */
const actionsOf = ({ action, furtherActions, sections }: CampaignDocument) => [
  action,
  ...(furtherActions ?? []).map((further) => further.action),
  ...(sections ?? []).map((section) => ('action' in section ? section.action : null)),
];

/** The whole page in one answer; null when no campaign of that name is published. */
export const campaignPage = async (reader: Reader, asked: Asked): Promise<Campaign | null> => {
  const { published, publicUrl } = reader;
  const defaultLocale = await reader.defaultLocale();
  const chain = localeChain(asked.locale, defaultLocale);
  const documentId = await resolveDocument(published, CAMPAIGN, asked.id, chain);
  if (!documentId) return null;
  const rows = await published.rows<CampaignRow>(CAMPAIGN, [documentId], ROW_FIELDS);
  const row = inBestLocale(rows, chain);
  const document = row && (await published.whole<CampaignDocument>(CAMPAIGN, row, COMPONENTS));
  if (!document) return null;

  // What the page is surrounded by speaks the page's language, where it can.
  const { locale } = document;
  const actions = await namedActions(reader, actionsOf(document), locale);
  const named = actions.get(document.action ?? '');
  const page = campaignShape(document, {
    action: named ? await wholeAction(reader, named) : null,
    organisation: await reader.organisation(localeChain(locale, defaultLocale)),
    localizations: otherLocales(rows, row),
    refer: referTo(actions),
    publicUrl,
  });
  return asked.counters ? withCounters(page, reader) : page;
};

const withCounters = async (page: Campaign, { catalogue }: Reader): Promise<Campaign> => {
  const shown = [page.action, ...page.furtherActions.map(({ action }) => action)];
  const ids = shown.flatMap((action) => (action ? [action.documentId] : []));
  const found = await countersOf(catalogue, ids, page.locale);
  return countedIn(page, found);
};

/** The page with the counters of its own action and of its further actions. */
export const countedIn = (page: Campaign, counters: Map<string, Counter>): Campaign => {
  const counted = <T extends { documentId: string }>(action: T | null) =>
    action && { ...action, counter: counters.get(action.documentId) ?? null };
  return {
    ...page,
    action: counted(page.action),
    furtherActions: page.furtherActions.map((further) => ({
      ...further,
      action: counted(further.action),
    })),
  };
};
