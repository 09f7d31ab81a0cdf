import { z } from '@strapi/utils';

/** Why a signature is set aside until an editor lets it in. */
export const holdReason = z.enum([
  'honeypot',
  'throwaway',
  'domain',
  'country',
  'words',
  'per-hour',
  // A challenge was due, and a page without JavaScript cannot solve one.
  'no-challenge',
]);
export type HoldReason = z.infer<typeof holdReason>;

/** How many of an action are on hold, in all and by reason. */
export const held = z.strictObject({
  total: z.int(),
  because: z.partialRecord(holdReason, z.int()),
});
export type Held = z.infer<typeof held>;

/** Which of them to let in: those held for one reason, or all. */
export const admitBody = z.strictObject({
  data: z.strictObject({ because: holdReason.nullish() }),
});

/** What became of those that were let in. */
export const admitted = z.strictObject({
  /** New in the register, and counted. */
  counted: z.int(),
  /** Asked by mail to confirm. */
  asked: z.int(),
  /** Of an address that had signed already: it counts once, and has the new choices. */
  known: z.int(),
  /**
   * Left as they are: said "this was not me" meanwhile, cannot be opened, or would have to be confirmed
   * and the action takes no confirmation any more.
   */
  left: z.int(),
});
export type Admitted = z.infer<typeof admitted>;
