import {
  type HistoryBucket,
  type HistoryInterval,
  historyQuery,
  MOST_BUCKETS,
  USUAL_BUCKETS,
} from '../../../contracts/counter';
import type { Catalogue, CatalogueEntry } from '../action/catalogue';
import { createFresh, type Fresh } from '../fresh';
import { askedLocale } from '../http/door';
import { Problem, fieldError } from '../http/problems';
import { encodedReply, type Reply } from '../http/reply';
import type { HistoryStore, Range } from './history-store';
import { publicCounter } from './public-counter';

/** How a counter came to be what it is, for charts. */
export interface History {
  /** @throws Problem 400, 404 */
  read(id: string, query: URLSearchParams): Promise<Reply>;
}

export const HISTORY_CACHE = 'public, max-age=10, stale-while-revalidate=10, stale-if-error=300';
const HOUR_MS = 3_600_000;
const HOURS: Record<HistoryInterval, number> = { hour: 1, day: 24 };
/** By then a day's last signature is in the number that is published in steps. */
const LAST_STEP_MS = 60_000;
const MOST_KEPT = 500;

interface Asked {
  interval: HistoryInterval;
  from: Date | null;
  to: Date | null;
}

/** @throws Problem 400 */
const readQuery = (query: URLSearchParams): Asked => {
  const { data, error } = historyQuery.safeParse(Object.fromEntries(query));
  if (!data) {
    const names = new Set(error.issues.map(({ path }) => String(path[0])));
    const errors = [...names].map((name) =>
      fieldError([name], name === 'interval' ? 'not-an-option' : 'format'),
    );
    throw new Problem('invalid', errors);
  }
  const { interval, from, to } = data;
  return { interval, from: from ? new Date(from) : null, to: to ? new Date(to) : null };
};

/** @throws Problem 400 for a range of too many buckets */
const rangeOf = ({ interval, from, to }: Asked, sensitive: boolean, now: Date): Range => {
  const hours = HOURS[interval];
  const bucketOf = (ms: number): number => Math.floor(ms / HOUR_MS / hours);
  const newest = sensitive ? bucketOf(now.getTime() - LAST_STEP_MS) - 1 : bucketOf(now.getTime());
  const last = Math.min(to ? bucketOf(to.getTime()) : newest, newest);
  const first = from ? bucketOf(from.getTime()) : last - USUAL_BUCKETS[interval] + 1;
  if (last - first >= MOST_BUCKETS)
    throw new Problem('invalid', [fieldError(['from'], 'too-long')]);
  return { hours, first, last };
};

/** @throws Problem 404 while the counter, or how much of it is signatures, is hidden */
const shownToAll = (entry: CatalogueEntry | null, now: Date): CatalogueEntry => {
  if (!entry || publicCounter(entry, null, now).signatures === null) throw new Problem('not-found');
  return entry;
};

/** Every bucket of a range, oldest first, counted back from what there was at its end. */
const bucketsOf = async (
  store: HistoryStore,
  action: string,
  range: Range,
): Promise<HistoryBucket[]> => {
  const [{ changes, atEnd }, offsets] = await Promise.all([
    store.read(action, range),
    store.offsets(action),
  ]);
  const width = range.hours * HOUR_MS;
  const offsetUntil = (ms: number): number =>
    offsets.findLast(({ at }) => at.getTime() < ms)?.new ?? offsets[0]?.old ?? 0;
  const buckets: HistoryBucket[] = [];
  let there = atEnd;
  for (let bucket = range.last; bucket >= range.first; bucket -= 1) {
    const signatures = changes.get(bucket) ?? 0;
    const total = Math.max(0, there + offsetUntil((bucket + 1) * width));
    buckets.push({ at: new Date(bucket * width).toISOString(), signatures, total });
    there -= signatures;
  }
  return buckets.reverse();
};

export const createHistory = (
  catalogue: Pick<Catalogue, 'find'>,
  store: HistoryStore,
  clock: () => Date = () => new Date(),
): History => {
  // However many read a chart, it is asked for once a second.
  const kept = new Map<string, Fresh<Reply | null>>();

  const chart = (action: string, interval: HistoryInterval, range: Range) => {
    const key = [action, interval, range.first, range.last].join('|');
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = createFresh<Reply | null>(null, async () => {
      const data = range.last < range.first ? [] : await bucketsOf(store, action, range);
      return encodedReply(JSON.stringify({ data, meta: { interval } }), HISTORY_CACHE);
    });
    kept.set(key, made);
    return made;
  };

  return {
    async read(id, query) {
      const now = clock();
      const asked = readQuery(query);
      const { policy } = shownToAll(await catalogue.find(id, askedLocale(query)), now);
      const interval = policy.sensitive ? 'day' : asked.interval;
      const range = rangeOf({ ...asked, interval }, policy.sensitive, now);
      const reply = await chart(policy.action, interval, range).get();
      if (!reply) throw new Problem('not-found');
      return reply;
    },
  };
};
