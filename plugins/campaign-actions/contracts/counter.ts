import { z } from '@strapi/utils';

/** A counter as the public sees it; below the editor's threshold all but `action` and `state` is null. */
export const counter = z.strictObject({
  action: z.string(),
  total: z.int().nonnegative().nullable(),
  signatures: z.int().nonnegative().nullable(),
  offset: z.int().nullable(),
  goal: z.int().positive().nullable(),
  remaining: z.int().nonnegative().nullable(),
  progress: z.number().min(0).max(1).nullable(),
  label: z.string().nullable(),
  state: z.enum(['scheduled', 'open', 'closed']),
  revision: z.int().nonnegative().nullable(),
});
export type Counter = z.infer<typeof counter>;

export const counterAnswer = z.strictObject({ data: counter, meta: z.strictObject({}) });

/**
 * One event of the live counter, as an `EventSource` hands it over: `event: counter`, `data` is a
 * counter in JSON, and the id is its revision; without an id while the counter is hidden.
 */
export const counterEvent = z.strictObject({
  event: z.literal('counter'),
  id: z.string().regex(/^\d+$/).nullable(),
  data: counter,
});

/** Many counters, keyed by what was asked for; unknown actions are left out. */
export const countersAnswer = z.strictObject({
  data: z.record(z.string(), counter),
  meta: z.strictObject({}),
});

/** A day, which begins at midnight UTC, or a moment with its time zone. */
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/**
 * Which part of a counter's history is asked for. The buckets are whole hours or days, UTC: from the
 * one that holds `from` to the one that holds `to`, both included, at most `MOST_BUCKETS`. Without
 * `to` they end with the present one, without `from` there are `USUAL_BUCKETS` of them. There is
 * none of the future; a range that ends before it begins has none. Where signers are at risk they
 * are days, whatever is asked for, and end with yesterday.
 */
export const historyQuery = z.object({
  interval: z.enum(['hour', 'day']).default('day'),
  from: moment.optional(),
  to: moment.optional(),
});
export type HistoryInterval = z.infer<typeof historyQuery>['interval'];

export const MOST_BUCKETS = 1000;
export const USUAL_BUCKETS: Record<HistoryInterval, number> = { hour: 24, day: 30 };

/** One hour or day, there also when nothing happened in it. */
export const historyBucket = z.strictObject({
  /** When it begins. */
  at: z.iso.datetime(),
  /** By how many signatures it grew; below zero where more were taken back. */
  signatures: z.int(),
  /** The counter at its end: all signatures until then, and the offset that was in force. */
  total: z.int().nonnegative(),
});
export type HistoryBucket = z.infer<typeof historyBucket>;

/** Oldest first; `interval` says what the buckets are. */
export const historyAnswer = z.strictObject({
  data: z.array(historyBucket),
  meta: z.strictObject({ interval: z.enum(['hour', 'day']) }),
});
