import type { CampaignItem } from 'campaign-actions-web';
import { keptAWhile } from './kept';
import type { Reader } from './read';

const NEWEST = { sort: 'publishedAt:desc', 'pagination[pageSize]': '1' };

/** The newest campaign in a locale; where it has none, the newest in the default one. */
export const newestCampaign = (
  reader: Pick<Reader, 'read'>,
): ((locale: string) => Promise<CampaignItem | undefined>) =>
  keptAWhile(async (locale) => {
    const [inLocale] = await reader.read<CampaignItem[]>('/campaigns', { ...NEWEST, locale });
    if (inLocale) return inLocale;
    const [any] = await reader.read<CampaignItem[]>('/campaigns', NEWEST);
    return any;
  });
