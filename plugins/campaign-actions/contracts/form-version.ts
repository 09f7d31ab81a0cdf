import { z } from '@strapi/utils';
import { consent, formField } from './form';

/** One version of an action's form, which the consents of signatures refer to. */
export const formVersionItem = z.strictObject({
  version: z.string(),
  locale: z.string(),
  /** UTC day on which it was first published. */
  createdOn: z.string(),
  /** UTC day on which an editor took it back; null: it is good. */
  withdrawnOn: z.string().nullable(),
  /** Whether a page shows it just now. */
  shown: z.boolean(),
});
export type FormVersionItem = z.infer<typeof formVersionItem>;

/** The same with its exact texts and rules. */
export const formVersionWhole = z.strictObject({
  version: z.string(),
  withdrawn: z.boolean(),
  form: z.strictObject({
    locale: z.string(),
    heading: z.string().nullable(),
    messageHeading: z.string().nullable(),
    submitLabel: z.string().nullable(),
    fields: z.array(formField.omit({ autocomplete: true })),
    consents: z.array(consent),
  }),
});
export type FormVersionWhole = z.infer<typeof formVersionWhole>;

/** Why a version is taken back or put in force again; it stays in the audit. */
export const formVersionChange = z.strictObject({
  data: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
});
