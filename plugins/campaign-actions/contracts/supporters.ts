import { z } from '@strapi/utils';

/** Under this number nobody is shown: whoever is one of few is easily found out. */
export const FEWEST_SUPPORTERS = 50;
export const MOST_SUPPORTERS = 100;

/** What one supporter agreed to show. */
export const supporter = z.strictObject({
  /** The given name and the initial of the family name, as far as they were asked. */
  name: z.string().nullable(),
  message: z.string().nullable(),
  country: z.string().nullable(),
});
export type Supporter = z.infer<typeof supporter>;

/** `GET /actions/:id/supporters`: some of those who are published, in no order. */
export const supporters = z.strictObject({
  data: z.array(supporter).max(MOST_SUPPORTERS),
  /** Whether enough are published to show any. */
  meta: z.strictObject({ enough: z.boolean() }),
});
export type Supporters = z.infer<typeof supporters>;
