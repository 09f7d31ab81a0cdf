import { z } from '@strapi/utils';

/** What the panel's picker of actions asks: by words of the title, or by id. */
export const actionChoicesQuery = z.object({
  search: z.string().max(200).default(''),
  /** documentIds, separated by commas. */
  ids: z.string().max(2000).default(''),
  /** Content locale in which titles are wanted. */
  locale: z.string().max(32).default(''),
});
export type ActionChoicesQuery = z.infer<typeof actionChoicesQuery>;

export const publishState = z.enum(['draft', 'modified', 'published']);
export type PublishState = z.infer<typeof publishState>;

/** One action an editor may choose. */
export const actionChoice = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  kind: z.enum(['petition', 'letter', 'email', 'call']),
  sensitive: z.boolean(),
  /** `draft`: published in no locale; `modified`: somewhere a draft is newer than what is public. */
  status: publishState,
  locales: z.array(z.strictObject({ locale: z.string(), status: publishState })),
});
export type ActionChoice = z.infer<typeof actionChoice>;
