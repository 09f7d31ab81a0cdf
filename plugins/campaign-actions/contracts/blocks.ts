import { z } from '@strapi/utils';

/** Rich text as Strapi's blocks editor writes it; `@strapi/blocks-react-renderer` and its kin show it. */
export const blocks = z.array(z.looseObject({ type: z.string() }));
export type Blocks = z.infer<typeof blocks>;
