import { z } from '@strapi/utils';

/** The body of every answer that is not a success: Strapi's own. */
export const problem = z.strictObject({
  data: z.null(),
  error: z.strictObject({
    status: z.int().min(400).max(599),
    name: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
});
export type Problem = z.infer<typeof problem>;
