import { domainToASCII } from 'node:url';
import { z } from '@strapi/utils';
import validator from 'validator';
import type { Consent } from '../../../contracts/form';
import { envelope, sourceOf } from '../../../contracts/signing';
import type { CompiledField, CompiledForm } from '../action/form';
import { type FieldError, type FieldErrorCode, Problem, fieldError } from '../http/problems';
import type { Person, Source } from './person';
import { checkText } from './text';

/** A body that passed the action's form. */
export interface CheckedBody {
  person: Omit<Person, 'at'>;
  consents: Record<string, boolean>;
  /** Something filled the field that people do not see. */
  honeypot: boolean;
}

const LONGEST_EMAIL = 254;
/** A body of nothing but mistakes must not get an answer ten times its size. */
const MOST_ERRORS = 50;

const text = (maxLength: number, multiline = false) =>
  z.string().transform((typed, context) => {
    const { text: kept, problem } = checkText(typed, { maxLength, multiline });
    if (problem === null) return kept;
    context.addIssue({ code: 'custom', params: { code: problem } });
    return z.NEVER;
  });

const refine = (code: FieldErrorCode) => ({ params: { code } });

/** Letters, digits, dots and hyphens: what IDNA would map or drop could be read as another host. */
const DOMAIN = /^[\p{L}\p{M}\p{Nd}.-]+$/u;

/** One mailbox, spelled in one way: a quoted local part could spell it in many. */
const isMailbox = (value: string): boolean => {
  const domain = value.slice(value.lastIndexOf('@') + 1);
  return (
    !value.includes('"') &&
    DOMAIN.test(domain) &&
    domainToASCII(domain) !== '' &&
    validator.isEmail(value)
  );
};

const email = text(LONGEST_EMAIL).refine(
  (value) => value === '' || isMailbox(value),
  refine('format'),
);
const country = text(2)
  .transform((value) => value.toUpperCase())
  .refine((value) => value === '' || validator.isISO31661Alpha2(value), refine('not-an-option'));
const day = text(10).refine(
  (value) => value === '' || validator.isDate(value, { format: 'YYYY-MM-DD', strictMode: true }),
  refine('format'),
);

const valueOf = (field: CompiledField): z.ZodType<string | number | boolean> => {
  switch (field.type) {
    case 'email':
      return email;
    case 'country':
      return country;
    case 'textarea':
      return text(field.maxLength ?? 2000, true);
    case 'text':
    case 'tel':
      return text(field.maxLength ?? 500);
    case 'date':
      return day;
    case 'number':
      return z.number();
    case 'checkbox':
      return z.boolean();
    case 'choice':
      return text(500).refine(
        (value) => value === '' || (field.options ?? []).includes(value),
        refine('not-an-option'),
      );
  }
};

/** Absent, null and empty mean the same: not filled in. */
const fieldSchema = (field: CompiledField) =>
  valueOf(field)
    .nullish()
    .transform((value) => (value === undefined || value === '' ? null : value))
    .refine((value) => !field.required || (value !== null && value !== false), refine('required'));

const consentSchema = (consent: Consent) => {
  const answered = consent.display === 'yes-no' ? z.boolean() : z.boolean().nullish();
  return answered
    .transform((value) => value ?? false)
    .refine((value) => !consent.required || value, refine('must-be-given'));
};

const source = sourceOf((maxLength) => text(maxLength).nullish());

/** The part of a body that says which form to check it against. */
const addressing = z.object({
  data: z.object({
    locale: envelope.locale,
    formVersion: envelope.formVersion,
  }),
});

const ISSUE_CODES: Record<string, FieldErrorCode> = {
  too_big: 'too-long',
  too_small: 'too-short',
  invalid_format: 'format',
  invalid_value: 'not-an-option',
  unrecognized_keys: 'unknown',
};

const codeOf = (issue: z.core.$ZodIssue): FieldErrorCode => {
  if (issue.code === 'custom')
    return (issue.params as { code: FieldErrorCode } | undefined)?.code ?? 'format';
  // zod leaves the input out of its issues on purpose; "received undefined" is in the message alone.
  if (issue.code === 'invalid_type')
    return issue.message.includes('received undefined') ? 'required' : 'type';
  return ISSUE_CODES[issue.code] ?? 'type';
};

const errorsOf = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path
      .filter((part) => typeof part !== 'symbol')
      .filter((part, index) => !(index === 0 && part === 'data'));
    if (issue.code !== 'unrecognized_keys') return [fieldError(path, codeOf(issue))];
    return issue.keys.map((key) => fieldError([...path, key.slice(0, 64)], 'unknown'));
  });

const invalid = (error: z.ZodError): Problem =>
  new Problem('invalid', errorsOf(error).slice(0, MOST_ERRORS));

/** The locale and the form version a body asks for. @throws Problem 400 */
export const readAddressing = (
  json: unknown,
): { locale: string | null; formVersion: string | null } => {
  const { success, data, error } = addressing.safeParse(json);
  if (!success) throw invalid(error);
  return { locale: data.data.locale ?? null, formVersion: data.data.formVersion ?? null };
};

export type BodyCheck = (json: unknown) => CheckedBody;

const isOwn = (field: CompiledField): boolean => !(field.name in EMPTY);

const EMPTY = {
  email: '',
  givenName: null,
  familyName: null,
  phone: null,
  country: null,
  region: null,
  postalCode: null,
  city: null,
  message: null,
} satisfies Omit<Person, 'answers' | 'source' | 'at'>;

const shapeOf = <T extends { name: string }, S>(
  list: T[],
  schema: (item: T) => S,
): Record<string, S> => Object.fromEntries(list.map((item) => [item.name, schema(item)]));

/**
 * Compiles an action's form into the check of a body, once per form version: building the schema
 * costs a hundred times more than running it.
 *
 * @returns a check that throws Problem 400 with a path and a code for each wrong place
 */
export const compileBodyCheck = (form: CompiledForm): BodyCheck => {
  const own = form.fields.filter(isOwn);
  const answers = z.strictObject(shapeOf(own, fieldSchema));
  const consents = z.strictObject(shapeOf(form.consents, consentSchema));
  const schema = z.strictObject({
    data: z.strictObject({
      ...shapeOf(
        form.fields.filter((field) => !isOwn(field)),
        fieldSchema,
      ),
      answers: answers.prefault({}),
      consents: consents.prefault({}),
      ...envelope,
      source: source.nullish(),
    }),
  });

  return (json) => {
    const { success, data, error } = schema.safeParse(json);
    if (!success) throw invalid(error);
    const {
      answers: given,
      consents: ticked,
      source: from,
      leaveEmpty,
      locale: _l,
      formVersion: _v,
      challenge: _c,
      ...known
    } = data.data;
    return {
      person: {
        ...EMPTY,
        ...(known as Partial<typeof EMPTY>),
        answers: given,
        source: { ...NO_SOURCE, ...dropUndefined(from ?? {}) },
      },
      consents: ticked,
      honeypot: (leaveEmpty ?? '') !== '',
    };
  };
};

const NO_SOURCE: Source = {
  code: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmContent: null,
  utmTerm: null,
  referrer: null,
};

const dropUndefined = (from: Record<string, string | null | undefined>): Partial<Source> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, value || null]));
