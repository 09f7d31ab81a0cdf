import type { ActionChoice, PublishState } from '../../../contracts/action-choice';

/** One stored row of an action: a draft or what is published, in one locale. */
export interface ActionRow {
  documentId: string;
  locale: string;
  title: string | null;
  kind: ActionChoice['kind'];
  sensitive: boolean | null;
  publishedAt: Date | string | null;
  updatedAt: Date | string;
}

const time = (at: Date | string): number => new Date(at).getTime();

const stateOf = (draft: ActionRow, published: ActionRow | undefined): PublishState => {
  if (!published) return 'draft';
  return time(draft.updatedAt) > time(published.updatedAt) ? 'modified' : 'published';
};

/** Published as soon as it can be signed in one locale; modified when any draft is ahead of that. */
const overall = (states: PublishState[]): PublishState => {
  if (states.every((state) => state === 'draft')) return 'draft';
  return states.every((state) => state === 'published') ? 'published' : 'modified';
};

const choice = (rows: ActionRow[], locale: string): ActionChoice | null => {
  const drafts = rows.filter((row) => row.publishedAt === null);
  const shown = drafts.find((row) => row.locale === locale) ?? drafts[0];
  if (!shown) return null;
  const locales = drafts.map((draft) => ({
    locale: draft.locale,
    status: stateOf(
      draft,
      rows.find((row) => row.publishedAt !== null && row.locale === draft.locale),
    ),
  }));
  return {
    documentId: shown.documentId,
    title: shown.title ?? '',
    kind: shown.kind,
    sensitive: drafts.some((row) => row.sensitive === true),
    status: overall(locales.map(({ status }) => status)),
    locales,
  };
};

/** What an editor may choose from, one choice per action, in the order in which the rows name them. */
export const choices = (rows: ActionRow[], locale: string): ActionChoice[] => {
  const byAction = new Map<string, ActionRow[]>();
  for (const row of rows) {
    byAction.set(row.documentId, [...(byAction.get(row.documentId) ?? []), row]);
  }
  return [...byAction.values()].flatMap((some) => choice(some, locale) ?? []);
};
