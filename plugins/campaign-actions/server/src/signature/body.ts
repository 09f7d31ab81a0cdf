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

/** What a value is kept as, or what is wrong with it. */
type Read<Kept> = (value: unknown) => { kept: Kept; problem: null } | Wrong;
interface Wrong {
  kept: null;
  problem: FieldErrorCode;
}

const kept = <Kept>(value: Kept) => ({ kept: value, problem: null });
const wrong = (problem: FieldErrorCode): Wrong => ({ kept: null, problem });

/**
 * One step of zod for each value, however much is asked of it: a chain of its own steps costs more
 * than everything else that is done to a signature.
 */
const schemaOf = <Kept>(read: Read<Kept>) =>
  z.transform((value: unknown, context) => {
    const { kept: result, problem } = read(value);
    if (problem === null) return result;
    context.issues.push({ code: 'custom', input: undefined, params: { code: problem } });
    return z.NEVER;
  });

const NOTHING = kept(null);

/** Absent, null and empty mean the same: not filled in. */
const text =
  (
    maxLength: number,
    multiline = false,
    problemOf: (text: string) => FieldErrorCode | null = () => null,
  ): Read<string | null> =>
  (value) => {
    if (value === undefined || value === null) return NOTHING;
    if (typeof value !== 'string') return wrong('type');
    const { text: checked, problem } = checkText(value, { maxLength, multiline });
    if (problem !== null) return wrong(problem);
    if (checked === '') return NOTHING;
    const found = problemOf(checked);
    return found === null ? kept(checked) : wrong(found);
  };

const of =
  <Type extends 'number' | 'boolean'>(type: Type): Read<number | boolean | null> =>
  (value) => {
    if (value === undefined || value === null) return NOTHING;
    const isRight = typeof value === type && (type === 'boolean' || Number.isFinite(value));
    return isRight ? kept(value as number | boolean) : wrong('type');
  };

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

const email = text(LONGEST_EMAIL, false, (value) => (isMailbox(value) ? null : 'format'));
const countryCode = text(2);
const country: Read<string | null> = (value) => {
  const read = countryCode(value);
  if (read.kept === null) return read;
  const code = read.kept.toUpperCase();
  return validator.isISO31661Alpha2(code) ? kept(code) : wrong('not-an-option');
};
const DAY = { format: 'YYYY-MM-DD', strictMode: true };
const day = text(10, false, (value) => (validator.isDate(value, DAY) ? null : 'format'));

const valueOf = (field: CompiledField): Read<string | number | boolean | null> => {
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
      return of('number');
    case 'checkbox':
      return of('boolean');
    case 'choice': {
      const options = new Set(field.options ?? []);
      return text(500, false, (value) => (options.has(value) ? null : 'not-an-option'));
    }
  }
};

const fieldSchema = (field: CompiledField) => {
  const read = valueOf(field);
  if (!field.required) return schemaOf(read);
  return schemaOf((value) => {
    const result = read(value);
    const isMissing = result.problem === null && (result.kept === null || result.kept === false);
    return isMissing ? wrong('required') : result;
  });
};

const consentSchema = ({ display, required }: Consent) =>
  schemaOf((value) => {
    const isOpen = value === undefined || value === null;
    if (isOpen && display === 'yes-no') return wrong(value === undefined ? 'required' : 'type');
    if (!isOpen && typeof value !== 'boolean') return wrong('type');
    return required && value !== true ? wrong('must-be-given') : kept(value === true);
  });

const source = sourceOf((maxLength) => schemaOf(text(maxLength)));

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
        source: from ?? NO_SOURCE,
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
