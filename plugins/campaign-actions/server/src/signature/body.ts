import { z } from '@strapi/utils';
import type { Consent } from '../../../contracts/form';
import { envelope, sourceOf } from '../../../contracts/signing';
import type { CompiledField, CompiledForm } from '../action/form';
import { fit } from '../http/fit';
import { type FieldError, type FieldErrorCode, Problem, fieldError } from '../http/problems';
import type { Person, Source } from './person';
import { type Read, kept, text, valueOf, wrong } from './values';

/** A body that passed the action's form. */
export interface CheckedBody {
  person: Omit<Person, 'at'>;
  consents: Record<string, boolean>;
  /** Something filled the field that people do not see. */
  honeypot: boolean;
  /** Solved, when one was asked for. */
  challenge: string | null;
}

/** A body of nothing but mistakes must not get an answer ten times its size. */
const MOST_ERRORS = 50;

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

/** What the contract allows the longer of the two. */
const MOST_LETTERS = 128;

const nameIn = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= MOST_LETTERS ? value : null;

/** Which form a body asks to be checked against; what can be no name is found by that check. */
export const readAddressing = (
  json: unknown,
): { locale: string | null; formVersion: string | null } => {
  const { locale, formVersion } =
    (json as { data?: Record<string, unknown> | null } | null)?.data ?? {};
  return { locale: nameIn(locale), formVersion: nameIn(formVersion) };
};

export type BodyCheck = (json: unknown) => CheckedBody;

type Known = Partial<Omit<Person, 'answers' | 'source' | 'at'>>;

const isOwn = (field: CompiledField): boolean => !KNOWN.has(field.name);

const KNOWN = new Set([
  'email',
  'givenName',
  'familyName',
  'phone',
  'country',
  'region',
  'postalCode',
  'city',
  'message',
]);

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
    const { success, data, error } = fit(schema, json);
    if (!success) throw invalid(error);
    const { answers: given, consents: ticked, source: from, leaveEmpty, challenge } = data.data;
    const own = data.data as Known;
    return {
      person: {
        email: own.email ?? '',
        givenName: own.givenName ?? null,
        familyName: own.familyName ?? null,
        phone: own.phone ?? null,
        country: own.country ?? null,
        region: own.region ?? null,
        postalCode: own.postalCode ?? null,
        city: own.city ?? null,
        message: own.message ?? null,
        answers: given,
        source: from ?? NO_SOURCE,
      },
      consents: ticked,
      honeypot: (leaveEmpty ?? '') !== '',
      challenge: challenge || null,
    };
  };
};

export const NO_SOURCE: Source = {
  code: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmContent: null,
  utmTerm: null,
  referrer: null,
};
