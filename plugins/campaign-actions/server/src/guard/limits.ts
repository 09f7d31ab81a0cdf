import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { createCells } from './cells';
import type { Prefixes } from './prefix';

/** How many signatures are taken from where, and from when on a challenge is asked for. */
export interface LimitOptions {
  /** From one IPv4 address or IPv6 /64, for one action; beyond, a challenge is asked for. */
  softPerMinute: number;
  softPerHour: number;
  /** The same; beyond, nothing is taken until the hour is over. */
  hardPerHour: number;
  /** From one IPv6 /48. */
  widePerHour: number;
  /** From everywhere, for all actions; beyond, a challenge is asked for. */
  globalPerMinute: number;
}

export interface Verdict {
  /** More than a little comes from there: a challenge may be asked for. */
  busy: boolean;
  /** Too much: seconds until the next try makes sense. */
  waitSeconds: number | null;
  /** How many came from there within the hour, for this action (`LAST_HOUR`); 0 where nobody counts. */
  lastHour: number;
}

export interface Limits {
  /**
   * Counts one signature for an action.
   *
   * @param from null where nobody knows who asks: then only the whole server's number counts
   */
  count(action: string, from: Prefixes | null): Promise<Verdict>;
  /** Takes it back: a challenge was asked for, and nothing taken. */
  discount(action: string, from: Prefixes | null): Promise<void>;
  /** Counts one challenge that is made, which costs more than a signature. */
  countChallenge(from: Prefixes | null): Promise<Verdict>;
}

type Count = Pick<RateLimiterRes, 'consumedPoints' | 'msBeforeNext'>;

export interface Limiter {
  /** Counts one more, and one less. */
  penalty(key: string): Promise<Count>;
  reward(key: string): Promise<Count>;
}

/** Makes what counts: in this process, or in Redis. */
export type LimiterMaker = (options: LimiterOptions) => Limiter;

export interface LimiterOptions {
  keyPrefix: string;
  points: number;
  duration: number;
  /** How many keys there are, where they are numbers: then each is a cell. */
  cells?: number;
}

/**
 * A key is the number of a bucket, so all limits together keep no more than 65,537 counters, and the
 * cells of `LAST_HOUR`, however many addresses somebody has (T-03). Two who share a bucket cost each
 * other a challenge.
 */
const NEAR_BUCKETS = 2 ** 14;
const OTHER_BUCKETS = 2 ** 13;
const MINUTE = 60;
const HOUR = 3600;
const CHALLENGES_PER_HOUR = 600;
/**
 * What an editor has set aside costs a signature, so the number for it is counted more finely: once
 * among so many cells and once more among as many others, of which the smaller count holds. When
 * 100,000 sign within an hour, some 0.8 share a cell with anybody; that five do in both is as likely as
 * one in a million. It takes half a megabyte here; in Redis each cell that was met is a short key.
 */
const LAST_HOUR = { cells: 2 ** 17, rows: 2 };

/** A limit, and what of a request it counts. */
interface Counter {
  limiter: Limiter;
  points: number;
  by: 'near' | 'wide' | 'all';
}

interface Counted {
  counter: Counter;
  number: number;
  msBeforeNext: number;
}

/** Numbers of buckets; null: it does not concern this request. */
interface Buckets {
  near: string | null;
  wide: string | null;
  all: string;
  lastHour: string[];
}

export const inMemory: LimiterMaker = ({ cells, ...options }) =>
  cells === undefined ? new RateLimiterMemory(options) : createCells({ cells, ...options });

/** @param hash keyed, so that nobody can choose whose bucket to fill */
export const createLimits = (
  options: LimitOptions,
  hash: (message: string) => Buffer,
  make: LimiterMaker = inMemory,
): Limits => {
  const counter = (name: string, by: Counter['by'], points: number, duration: number): Counter => ({
    limiter: make({ keyPrefix: `campaign-actions:${name}`, points, duration }),
    points,
    by,
  });
  const hard = [
    counter('hour', 'near', options.hardPerHour, HOUR),
    counter('wide', 'wide', options.widePerHour, HOUR),
  ];
  const soft = [
    counter('soft-hour', 'near', options.softPerHour, HOUR),
    counter('soft-minute', 'near', options.softPerMinute, MINUTE),
    counter('global', 'all', options.globalPerMinute, MINUTE),
  ];
  const challenges = [counter('challenges', 'near', CHALLENGES_PER_HOUR, HOUR)];
  const lastHour = Array.from({ length: LAST_HOUR.rows }, (_, row) =>
    make({
      keyPrefix: `campaign-actions:last-hour-${row}`,
      points: 0,
      duration: HOUR,
      cells: LAST_HOUR.cells,
    }),
  );

  const placeIn = (hashed: Buffer, among: number, at = 0): string =>
    String(hashed.readUInt32BE(at * 4) % among);
  const bucketsOf = (action: string, from: Prefixes | null): Buckets => {
    const near = from && hash(`${from.near}|${action}`);
    return {
      near: near && placeIn(near, NEAR_BUCKETS),
      wide: from?.wide ? placeIn(hash(`${from.wide}|${action}`), OTHER_BUCKETS) : null,
      all: 'all',
      // Each from bytes of its own, so that who meets in one place meets in no other.
      lastHour: near ? lastHour.map((_, row) => placeIn(near, LAST_HOUR.cells, row + 1)) : [],
    };
  };

  /** Counts one in each that concerns the request. */
  const add = async (
    counters: Counter[],
    buckets: Pick<Buckets, Counter['by']>,
  ): Promise<Counted[]> => {
    const counted = counters.map(async (counter) => {
      const key = buckets[counter.by];
      if (key === null) return [];
      const { consumedPoints, msBeforeNext } = await counter.limiter.penalty(key);
      return [{ counter, number: consumedPoints, msBeforeNext }];
    });
    return (await Promise.all(counted)).flat();
  };
  /** @param by one more, or one less */
  const countLastHour = async (
    { lastHour: cells }: Buckets,
    by: keyof Limiter,
  ): Promise<number> => {
    const counts = await Promise.all(
      lastHour.flatMap((limiter, row) =>
        cells.slice(row, row + 1).map((cell) => limiter[by](cell)),
      ),
    );
    return counts.length > 0 ? Math.min(...counts.map((each) => each.consumedPoints)) : 0;
  };
  const over = (counted: Counted[]): Counted[] =>
    counted.filter(({ number, counter }) => number > counter.points);

  return {
    async count(action, from) {
      const buckets = bucketsOf(action, from);
      const tooMany = over(await add(hard, buckets));
      // What is refused leaves the rest alone: one flooder must not fill everybody's bucket.
      if (tooMany.length > 0) return refusal(tooMany);
      const [counted, ofHour] = await Promise.all([
        add(soft, buckets),
        countLastHour(buckets, 'penalty'),
      ]);
      return { busy: over(counted).length > 0, waitSeconds: null, lastHour: ofHour };
    },
    async discount(action, from) {
      const buckets = bucketsOf(action, from);
      await Promise.all([
        countLastHour(buckets, 'reward'),
        ...[...hard, ...soft].flatMap(({ limiter, by }) => {
          const key = buckets[by];
          return key === null ? [] : [limiter.reward(key)];
        }),
      ]);
    },
    async countChallenge(from) {
      const near = from && placeIn(hash(`challenges|${from.near}`), OTHER_BUCKETS);
      const tooMany = over(await add(challenges, { near, wide: null, all: 'all' }));
      return tooMany.length > 0 ? refusal(tooMany) : NOTHING_COUNTED;
    },
  };
};

const refusal = (tooMany: Counted[]): Verdict => {
  const longest = Math.max(...tooMany.map(({ msBeforeNext }) => msBeforeNext));
  return { busy: true, waitSeconds: Math.max(1, Math.ceil(longest / 1000)), lastHour: 0 };
};

const NOTHING_COUNTED: Verdict = { busy: false, waitSeconds: null, lastHour: 0 };

/** For load tests: `CAMPAIGN_ACTIONS_RATE_LIMIT=off`. */
export const noLimits: Limits = {
  count: () => Promise.resolve(NOTHING_COUNTED),
  discount: () => Promise.resolve(),
  countChallenge: () => Promise.resolve(NOTHING_COUNTED),
};
