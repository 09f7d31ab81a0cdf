import { z } from '@strapi/utils';
import { blocks } from './blocks';
import { counter } from './counter';
import { form } from './form';
import { listOf, one } from './list';

const kind = z.enum(['petition', 'letter', 'email', 'call']);
const time = z.iso.datetime();

/** Enough of an action to lead there. */
export const actionReference = z.strictObject({
  documentId: z.string(),
  slug: z.string().nullable(),
  title: z.string().nullable(),
  kind,
});
export type ActionReference = z.infer<typeof actionReference>;

export const letter = z.strictObject({
  salutation: z.string().nullable(),
  body: z.string().nullable(),
  closing: z.string().nullable(),
  talkingPoints: z.array(z.string()),
  recipient: z.strictObject({
    name: z.string().nullable(),
    postalAddress: z.string().nullable(),
  }),
});
export type Letter = z.infer<typeof letter>;

export const call = z.strictObject({
  numbers: z.array(z.strictObject({ label: z.string().nullable(), number: z.string() })),
  hours: z.string().nullable(),
  timeZone: z.string().nullable(),
  script: z.string().nullable(),
});
export type Call = z.infer<typeof call>;

export const thanks = z.strictObject({
  heading: z.string().nullable(),
  body: blocks,
  redirectUrl: z.string().nullable(),
  nextAction: actionReference.nullable(),
});
export type Thanks = z.infer<typeof thanks>;

/** An action as it stands in a campaign page, texts and form in the page's locale if it has that. */
export const action = z.strictObject({
  documentId: z.string(),
  locale: z.string(),
  slug: z.string().nullable(),
  kind,
  sensitive: z.boolean(),
  title: z.string().nullable(),
  statement: z.string().nullable(),
  targets: z.array(
    z.strictObject({
      name: z.string(),
      role: z.string().nullable(),
      postalAddress: z.string().nullable(),
    }),
  ),
  opensAt: time.nullable(),
  closesAt: time.nullable(),
  confirmation: z.enum(['required', 'none']),
  challenge: z.enum(['never', 'when-busy', 'always']),
  externalIds: z.array(z.strictObject({ system: z.string(), id: z.string() })),
  form,
  letter: letter.nullable(),
  call: call.nullable(),
  thanks: thanks.nullable(),
  closedMessage: z.string().nullable(),
  outcome: z.strictObject({
    state: z.enum(['none', 'delivered', 'won', 'lost']),
    text: z.string().nullable(),
  }),
  /** Left out with `?counters=false`. */
  counter: counter.nullable().optional(),
});
export type Action = z.infer<typeof action>;

/** An action asked for by itself. */
export const actionPage = z.strictObject({
  ...action.shape,
  publishedAt: time,
  localizations: z.array(z.strictObject({ locale: z.string(), slug: z.string().nullable() })),
});
export type ActionPage = z.infer<typeof actionPage>;

export const actionItem = action
  .pick({
    documentId: true,
    locale: true,
    slug: true,
    kind: true,
    sensitive: true,
    title: true,
    statement: true,
    opensAt: true,
    closesAt: true,
  })
  .extend({ publishedAt: time });
export type ActionItem = z.infer<typeof actionItem>;

export const actionAnswer = one(actionPage);
export const actionsAnswer = listOf(actionItem.partial().extend({ documentId: z.string() }));
