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
