import { z } from '@strapi/utils';

/** The settings of an action that are one for all languages, in the order of the edit view. */
export const policySettings = [
  'kind',
  'sensitive',
  'goal',
  'goalStepsUp',
  'displayFrom',
  'hideSplit',
  'opensAt',
  'closesAt',
  'confirmation',
  'challenge',
  'holds',
  'reminder',
  'showSupporters',
  'retentionMonths',
  'outcome',
] as const;
export type PolicySetting = (typeof policySettings)[number];

/** Of an action's draft in one locale: what the public does not meet yet. */
export const pendingPolicy = z.strictObject({
  settings: z.array(z.enum(policySettings)),
  /** The locale whose publishing puts them in force; null when publishing any one does. */
  locale: z.string().nullable(),
});
export type PendingPolicy = z.infer<typeof pendingPolicy>;
