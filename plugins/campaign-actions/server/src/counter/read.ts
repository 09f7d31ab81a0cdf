import type { Counter } from '../../../contracts/counter';
import { ACTION } from '../plugin';
import { localeChain } from '../publication/locale';
import type { Reader } from '../publication/reader';
import { resolveDocuments } from '../publication/resolve';

type Uses = Pick<Reader, 'published' | 'counters' | 'defaultLocale'>;

/**
 * Counters by what was asked for, documentIds or slugs; unknown ones are left out. An action that
 * was unpublished is found by its id, or by the slug it had, and its counter is closed.
 */
export const readCounters = async (
  { published, counters, defaultLocale }: Uses,
  asked: readonly string[],
  locale: string | null,
): Promise<Map<string, Counter>> => {
  const chain = localeChain(locale, await defaultLocale());
  const resolved = await resolveDocuments(published, ACTION, asked, chain);
  const idOf = (name: string) => resolved.get(name) ?? name;
  const found = await counters.many([...new Set(asked.map(idOf))], locale);
  const answer = new Map<string, Counter>();
  for (const name of asked) {
    const counter = found.get(idOf(name));
    if (counter) answer.set(name, counter);
  }
  return answer;
};
