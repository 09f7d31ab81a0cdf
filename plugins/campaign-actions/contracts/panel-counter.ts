import { z } from '@strapi/utils';

/** The counter as editors see it beside an action: exact, whatever the public is shown. */
export const panelCounter = z.strictObject({
  total: z.int(),
  signatures: z.int(),
  offset: z.int(),
  goal: z.int().nullable(),
  /** To be confirmed. */
  waiting: z.int(),
  revision: z.int(),
  /** `draft`: never published; unpublishing closes. */
  state: z.enum(['draft', 'scheduled', 'open', 'closed']),
  published: z.boolean(),
  /** How long names and addresses are kept; null while it was never published. */
  personalData: z
    .strictObject({
      /** After closing. */
      months: z.int(),
      /** Null while it has no closing date. */
      goneAt: z.string().nullable(),
    })
    .nullable(),
  /** Whether the server's keys fit its database; while they do not, nobody can sign. */
  keysFit: z.boolean(),
});
export type PanelCounter = z.infer<typeof panelCounter>;

/** One change of "Collected elsewhere". */
export const pastOffset = z.strictObject({
  at: z.string(),
  who: z.string(),
  old: z.int(),
  new: z.int(),
  reason: z.string(),
});
export type PastOffset = z.infer<typeof pastOffset>;

/** What the next change may set it to. */
export const offsetBounds = z.strictObject({ min: z.int(), max: z.int() });
export type OffsetBounds = z.infer<typeof offsetBounds>;

/** Every change, newest first. */
export const offsetHistory = z.strictObject({
  data: z.array(pastOffset),
  meta: z.strictObject({ bounds: offsetBounds }),
});
export type OffsetHistory = z.infer<typeof offsetHistory>;
