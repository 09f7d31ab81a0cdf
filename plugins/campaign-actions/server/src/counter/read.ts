import type { Counter } from '../../../contracts/counter';
import { ACTION } from '../plugin';
import { localeChain } from '../publication/locale';
import type { Reader } from '../publication/reader';
import { canBeName, formerDocuments } from '../publication/resolve';
import { countersOf } from './counters';

type Uses = Pick<Reader, 'published' | 'catalogue' | 'defaultLocale'>;

/**
 * Counters by what was asked for, documentIds or slugs; unknown ones are left out. They come from
 * memory: the database is asked about former slugs only.
 */
export const readCounters = async (
  { published, catalogue, defaultLocale }: Uses,
  asked: readonly string[],
  locale: string | null,
): Promise<Map<string, Counter>> => {
  const names = asked.filter(canBeName);
  const found = await countersOf(catalogue, names, locale);
  const missing = names.filter((name) => !found.has(name));
  if (missing.length === 0) return found;
  const chain = localeChain(locale, await defaultLocale());
  const former = await formerDocuments(published, ACTION, missing, chain);
  const others = await countersOf(catalogue, [...new Set(former.values())], locale);
  for (const [name, documentId] of former) {
    const counter = others.get(documentId);
    if (counter) found.set(name, counter);
  }
  return found;
};
