import { z } from '@strapi/utils';

/** Strapi's page information; asked for by `start` and `limit` it speaks in those. */
const pagination = z.union([
  z.strictObject({
    page: z.int(),
    pageSize: z.int(),
    pageCount: z.int().optional(),
    total: z.int().optional(),
  }),
  z.strictObject({ start: z.int(), limit: z.int(), total: z.int().optional() }),
]);

/** A part of a list; `fields` can leave out any scalar key of an item but the documentId. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ data: z.array(item), meta: z.strictObject({ pagination }) });

/** One document, whole. */
export const one = <T extends z.ZodType>(shape: T) =>
  z.strictObject({ data: shape, meta: z.strictObject({}) });
