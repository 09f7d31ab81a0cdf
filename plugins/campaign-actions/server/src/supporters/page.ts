import { FEWEST_SUPPORTERS, MOST_SUPPORTERS, type Supporters } from '../../../contracts/supporters';
import type { Catalogue } from '../action/catalogue';
import { Problem } from '../http/problems';
import { type Reply, readReply } from '../http/reply';
import type { SupporterStore } from './store';

export interface SupporterPage {
  /** @throws Problem 404 while the action shows nobody */
  read(id: string, locale: string | null): Promise<Reply>;
}

export const SUPPORTERS_CACHE = 'public, max-age=30';
/** With the half minute above, whoever withdrew is seen by nobody after a minute. */
const KEPT_MS = 20_000;
const MOST_KEPT = 500;

/** One page for each action, the same for everybody until it is drawn anew. */
export const createSupporterPage = (
  catalogue: Pick<Catalogue, 'find'>,
  store: Pick<SupporterStore, 'countPublished' | 'published'>,
  clock: () => number = Date.now,
): SupporterPage => {
  const kept = new Map<string, { at: number; reply: Promise<Reply> }>();

  const draw = async (action: string): Promise<Reply> => {
    const enough = (await store.countPublished(action)) >= FEWEST_SUPPORTERS;
    const data = enough ? await store.published(action, MOST_SUPPORTERS) : [];
    const page: Supporters = { data, meta: { enough } };
    return readReply(page, SUPPORTERS_CACHE);
  };

  return {
    async read(id, locale) {
      const entry = await catalogue.find(id, locale);
      if (!entry?.policy.showSupporters || entry.policy.unpublishedAt !== null)
        throw new Problem('not-found');
      const { action } = entry.policy;
      const known = kept.get(action);
      if (known && clock() - known.at < KEPT_MS) return known.reply;
      if (kept.size >= MOST_KEPT) kept.clear();
      const reply = draw(action);
      kept.set(action, { at: clock(), reply });
      // Who asks next tries again.
      reply.catch(() => kept.delete(action));
      return reply;
    },
  };
};
