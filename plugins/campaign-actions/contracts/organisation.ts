import { z } from '@strapi/utils';
import { logo } from './image';
import { one } from './list';

export const organisation = z.strictObject({
  locale: z.string(),
  name: z.string().nullable(),
  url: z.string().nullable(),
  logo: logo.nullable(),
  privacyPolicyUrl: z.string().nullable(),
  shareHandles: z.array(z.strictObject({ network: z.string(), handle: z.string() })),
});
export type Organisation = z.infer<typeof organisation>;

/** As a campaign page names it. */
export const signatory = organisation.omit({ locale: true, shareHandles: true });
export type Signatory = z.infer<typeof signatory>;

export const organisationAnswer = one(organisation);
