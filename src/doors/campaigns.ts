import type { CampaignItem } from 'campaign-actions-web';
import { keptAWhile } from '../campaign-page/kept';
import { type Reader, Refused } from '../campaign-page/read';

const MOST_LISTED = 20;
const NEWEST = { sort: 'publishedAt:desc', 'pagination[pageSize]': String(MOST_LISTED) };

/** What the public may read of published campaigns: those in a language, then those that have only the default one. */
export const publicCampaigns = (reader: Pick<Reader, 'read'>) =>
  keptAWhile(async (language): Promise<CampaignItem[]> => {
    const list = async (locale?: string): Promise<CampaignItem[]> => {
      try {
        return await reader.read<CampaignItem[]>('/campaigns', { ...NEWEST, locale });
      } catch (error) {
        if (error instanceof Refused && [401, 403].includes(error.status)) return [];
        throw error;
      }
    };
    const [inLanguage, inDefault] = await Promise.all([list(language), list()]);
    const listed = new Set(inLanguage.map(({ documentId }) => documentId));
    const others = inDefault.filter(({ documentId }) => !listed.has(documentId));
    return [...inLanguage, ...others].slice(0, MOST_LISTED);
  });
