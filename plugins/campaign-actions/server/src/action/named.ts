import { ACTION } from '../plugin';
import { inBestLocale, localeChain, otherLocales } from '../publication/locale';
import type { PublicationStore } from '../publication/store';
import type { Catalogue } from './catalogue';
import { type ActionRow, ROW_FIELDS } from './document';
import type { Policy } from './policy';
import { actionReferenceShape, type Outcome, type Refer } from './shape';

/** A published action: its row in the best locale, and what holds for it in all. */
export interface NamedAction {
  row: ActionRow;
  policy: Policy;
  outcome: Outcome;
  localizations: { locale: string; slug: string | null }[];
}

interface Uses {
  published: Pick<PublicationStore, 'rows'>;
  catalogue: Pick<Catalogue, 'find'>;
}

const byDocument = (rows: ActionRow[]): Map<string, [ActionRow, ...ActionRow[]]> => {
  const groups = new Map<string, [ActionRow, ...ActionRow[]]>();
  for (const row of rows) {
    const group = groups.get(row.documentId);
    if (group) group.push(row);
    else groups.set(row.documentId, [row]);
  }
  return groups;
};

/** Actions by documentId, as far as they are published; one query for all of them. */
export const namedActions = async (
  { published, catalogue }: Uses,
  documentIds: readonly (string | null | undefined)[],
  locale: string | null,
): Promise<Map<string, NamedAction>> => {
  const ids = [...new Set(documentIds.flatMap((id) => id || []))];
  const rows = await published.rows<ActionRow>(ACTION, ids, ROW_FIELDS);
  const named = new Map<string, NamedAction>();
  for (const [documentId, group] of byDocument(rows)) {
    // Rules are those that signing follows, so a page never promises what signing would refuse.
    const policy = (await catalogue.find(documentId))?.policy;
    if (!policy) continue;
    const row = inBestLocale(group, localeChain(locale, policy.defaultLocale)) ?? group[0];
    const { outcome } = inBestLocale(group, [policy.defaultLocale]) ?? row;
    const localizations = otherLocales(group, row);
    named.set(documentId, { row, policy, outcome: outcome ?? 'none', localizations });
  }
  return named;
};

/** Refers to the actions among these. */
export const referTo =
  (actions: Map<string, NamedAction>): Refer =>
  (documentId) => {
    const named = documentId ? actions.get(documentId) : undefined;
    return named ? actionReferenceShape(named.row, named.policy) : null;
  };
