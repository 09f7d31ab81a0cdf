import { z } from '@strapi/utils';
import { counter } from './counter';

/** Where a supporter came from, as the front end says; `text` makes the schema of one of its texts. */
export const sourceOf = <Text extends z.ZodType>(text: (maxLength: number) => Text) =>
  z.strictObject({
    code: text(200),
    utmSource: text(200),
    utmMedium: text(200),
    utmCampaign: text(200),
    utmContent: text(200),
    utmTerm: text(200),
    referrer: text(2000),
  });
export const source = sourceOf((maxLength) => z.string().max(maxLength).nullish());
export type Source = z.infer<typeof source>;

/** What a sign body may hold beside the fields of its form, `answers` and `consents`. */
export const envelope = {
  locale: z.string().max(35).nullish(),
  formVersion: z.string().max(128).nullish(),
  challenge: z.string().max(4096).nullish(),
  /** Filled by programs only. */
  leaveEmpty: z.string().max(2000).nullish(),
};

/** Each form is stricter: it knows its fields, answers and consents, and refuses all others. */
export const signBody = z.strictObject({
  data: z.looseObject({
    ...envelope,
    source: source.nullish(),
    email: z.string().max(254),
    answers: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable())
      .optional(),
    consents: z.record(z.string(), z.boolean().nullable()).optional(),
  }),
});
export type SignBody = z.infer<typeof signBody>;

const taken = <Status extends string>(status: Status) =>
  z.strictObject({
    data: z.strictObject({ status: z.literal(status), action: z.string(), counter }),
  });

/** 202: a mail asks for confirmation, whether or not the address signed before. */
export const confirmationSent = taken('confirmation-sent');
export type ConfirmationSent = z.infer<typeof confirmationSent>;

/** 201: it counts, or did already. */
export const counted = taken('counted');
export type Counted = z.infer<typeof counted>;

export type SignAnswer = ConfirmationSent | Counted;

/** The same with a preview token: everything was checked, and nothing stored. */
const preview = { meta: z.strictObject({ preview: z.literal(true) }) };
export const confirmationRehearsed = confirmationSent.extend(preview);
export const countedRehearsed = counted.extend(preview);
export type RehearsedAnswer =
  z.infer<typeof confirmationRehearsed> | z.infer<typeof countedRehearsed>;

/** What a link in a mail sends: its token, or the code that the mail shows. */
export const tokenBody = z.object({ data: z.object({ token: z.string().max(200) }) });
export type TokenBody = z.infer<typeof tokenBody>;

export const confirmed = taken('confirmed');
export type Confirmed = z.infer<typeof confirmed>;

const takenBack = <Status extends string>(status: Status) =>
  z.strictObject({ data: z.strictObject({ status: z.literal(status) }) });

export const withdrawn = takenBack('withdrawn');
export type Withdrawn = z.infer<typeof withdrawn>;

export const rejected = takenBack('rejected');
export type Rejected = z.infer<typeof rejected>;
