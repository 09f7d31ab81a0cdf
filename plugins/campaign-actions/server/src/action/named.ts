import { ACTION } from '../plugin';
import { inBestLocale, localeChain, otherLocales } from '../publication/locale';
import type { PublicationStore } from '../publication/store';
import { type ActionRow, ROW_FIELDS } from './document';
import { policyOf, type PolicyOfRows } from './policy-of-rows';
import { actionReferenceShape, type Refer } from './shape';

/** A published action: its row in the best locale, and what holds for it in all. */
export interface NamedAction {
  row: ActionRow;
  policy: PolicyOfRows;
  localizations: { locale: string; slug: string | null }[];
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
  published: Pick<PublicationStore, 'rows'>,
  documentIds: readonly (string | null | undefined)[],
  locale: string | null,
  defaultLocale: string,
): Promise<Map<string, NamedAction>> => {
  const ids = [...new Set(documentIds.flatMap((id) => id || []))];
  const rows = await published.rows<ActionRow>(ACTION, ids, ROW_FIELDS);
  const named = new Map<string, NamedAction>();
  for (const [documentId, group] of byDocument(rows)) {
    const row = inBestLocale(group, localeChain(locale, defaultLocale)) ?? group[0];
    const policy = policyOf(group, defaultLocale);
    named.set(documentId, { row, policy, localizations: otherLocales(group, row) });
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
