import { z } from '@strapi/utils';

/** The fields every form may use; any other field is the editor's own and travels in `answers`. */
export const KNOWN_FIELDS = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'country',
  'region',
  'postalCode',
  'city',
  'message',
] as const;
export type KnownField = (typeof KNOWN_FIELDS)[number];

export const formField = z.strictObject({
  name: z.string(),
  type: z.enum([
    'text',
    'textarea',
    'email',
    'tel',
    'country',
    'number',
    'date',
    'choice',
    'checkbox',
  ]),
  label: z.string(),
  required: z.boolean(),
  maxLength: z.int().positive().nullable(),
  autocomplete: z.string().nullable(),
  options: z.array(z.string()).nullable(),
  help: z.string().nullable(),
});
export type FormField = z.infer<typeof formField>;

export const consent = z.strictObject({
  name: z.string(),
  text: z.string(),
  required: z.boolean(),
  display: z.enum(['checkbox', 'yes-no']),
  channel: z.enum(['email', 'phone', 'post', 'sms', 'none']),
  purpose: z.enum(['marketing', 'publish', 'sharing', 'other']),
});
export type Consent = z.infer<typeof consent>;

export const form = z.strictObject({
  version: z.string().regex(/^[0-9a-f]{64}$/),
  heading: z.string().nullable(),
  messageHeading: z.string().nullable(),
  submitLabel: z.string().nullable(),
  fields: z.array(formField),
  consents: z.array(consent),
  /** A field people do not see and leave empty; programs fill it. */
  honeypot: z.literal('leaveEmpty'),
});
export type Form = z.infer<typeof form>;
