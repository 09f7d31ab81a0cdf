import { z } from '@strapi/utils';

export const previewBody = z.strictObject({
  data: z.strictObject({ locale: z.string().max(35) }),
});

/** Where somebody sees a draft, for an hour. */
export const previewLink = z.strictObject({
  /** Of the website that shows it; null where nobody has said which one that is. */
  page: z.string().nullable(),
  /** Of the draft itself, as a website asks for it. */
  api: z.string(),
  expiresAt: z.iso.datetime(),
});
export type PreviewLink = z.infer<typeof previewLink>;
