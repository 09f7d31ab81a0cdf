import { z } from '@strapi/utils';

const size = {
  url: z.url(),
  width: z.int().nullable(),
  height: z.int().nullable(),
};

export const image = z.strictObject({
  ...size,
  alt: z.string().nullable(),
  /** Smaller renditions by name (`large`, `medium`, `small`, `thumbnail`), as far as they exist. */
  formats: z.record(z.string(), z.strictObject(size)),
});
export type Image = z.infer<typeof image>;

/** Small enough to be shown as it is. */
export const logo = image.omit({ formats: true });
export type Logo = z.infer<typeof logo>;
