import type { ReadPage } from '../publication/board';
import { placeOf } from '../publication/encoded-page';
import { namedActions } from './named';
import { wholeAction } from './whole';

/** An action by itself; null when it is not published. */
export const actionPage: ReadPage = async (reader, { documentId, locale }) => {
  const named = (await namedActions(reader, [documentId], locale)).get(documentId);
  const action = named && (await wholeAction(reader, named));
  if (!action) return null;
  const { row, localizations } = named;
  return {
    ...action,
    publishedAt: row.publishedAt,
    localizations,
    counter: placeOf(documentId),
  };
};
