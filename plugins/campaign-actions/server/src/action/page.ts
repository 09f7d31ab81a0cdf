import type { ActionPage } from '../../../contracts/action';
import { countersOf } from '../counter/counters';
import { ACTION } from '../plugin';
import { localeChain } from '../publication/locale';
import type { Asked, Reader } from '../publication/reader';
import { resolveDocument } from '../publication/resolve';
import { namedActions } from './named';
import { wholeAction } from './whole';

/** A published action by itself; null when there is none of that name. */
export const actionPage = async (reader: Reader, asked: Asked): Promise<ActionPage | null> => {
  const { published } = reader;
  const chain = localeChain(asked.locale, await reader.defaultLocale());
  const documentId = await resolveDocument(published, ACTION, asked.id, chain);
  if (!documentId) return null;
  const actions = await namedActions(reader, [documentId], asked.locale);
  const named = actions.get(documentId);
  const action = named && (await wholeAction(reader, named));
  if (!action) return null;
  const { row, localizations } = named;
  const page = { ...action, publishedAt: row.publishedAt, localizations };
  if (!asked.counters) return page;
  const counters = await countersOf(reader.catalogue, [documentId], row.locale);
  return { ...page, counter: counters.get(documentId) ?? null };
};
