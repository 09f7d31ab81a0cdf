import type { Counter } from '../contracts';
import type { CallOptions, ReadOptions } from '../index';
import { type Doors, ask } from './ask';

/** The doors take so many at once; an address whose list is longer than this may be refused on the way. */
const MOST_AT_ONCE = 100;
const LONGEST_LIST = 4000;

export const pathTo = (kind: 'campaigns' | 'actions', id: string, rest = ''): string =>
  `/${kind}/${encodeURIComponent(id)}${rest}`;

export const read = <Answer extends { data: object }>(
  doors: Doors,
  path: string,
  { locale = doors.locale, preview, counters, signal }: ReadOptions = {},
): Promise<Answer> => {
  const draft = preview === undefined ? {} : { status: 'draft', preview };
  const without = counters === false ? { counters: 'false' } : {};
  return ask<Answer>(doors, path, { query: { locale, ...draft, ...without }, locale, signal });
};

const fits = (ids: readonly string[]): boolean =>
  ids.length <= MOST_AT_ONCE && encodeURIComponent(ids.join()).length <= LONGEST_LIST;

const inParts = (ids: readonly string[]): string[][] => {
  const parts: string[][] = [];
  for (const id of new Set(ids)) {
    const part = parts.at(-1);
    if (part && fits([...part, id])) part.push(id);
    else parts.push([id]);
  }
  return parts;
};

export const readCounters = async (
  doors: Doors,
  ids: readonly string[],
  { locale = doors.locale, signal }: CallOptions = {},
): Promise<Record<string, Counter>> => {
  const answers = await Promise.all(
    inParts(ids).map((part) =>
      ask<{ data: Record<string, Counter> }>(doors, '/counters', {
        query: { actions: part.join(), locale },
        ...{ locale, signal },
      }),
    ),
  );
  return Object.assign({}, ...answers.map(({ data }) => data)) as Record<string, Counter>;
};
