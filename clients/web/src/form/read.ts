import type { Consent, Form, FormField } from '../contracts';
import type { FieldProblem, Signature } from '../index';
import { consentPath, controlName, fieldPath, isKnownField } from './names';

/** What stands in the controls, by their names; what is not ticked is not among it. */
export type Typed = ReadonlyMap<string, string>;

export const typedIn = (form: HTMLFormElement): Typed =>
  new Map(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );

/** What was agreed to were other words. */
export const withoutConsents = (typed: Typed): Typed =>
  new Map([...typed].filter(([name]) => !name.startsWith('consents[')));

/** Two fields of a person, joined as they sign. */
export const fullName = (typed: Typed): string =>
  ['givenName', 'familyName']
    .map((name) => typed.get(name)?.trim() ?? '')
    .filter(Boolean)
    .join(' ');

const answered = (
  field: FormField,
  value: string | undefined,
): string | number | boolean | null => {
  if (field.type === 'checkbox') return value === 'true';
  if (!value) return null;
  return field.type === 'number' ? Number(value) : value;
};

const consented = ({ display }: Consent, value: string | undefined): boolean | null => {
  if (display === 'yes-no' && value === undefined) return null;
  return value === 'true';
};

/** The body of a signature; the server trims and checks. */
export const signatureOf = ({ fields, consents, version }: Form, typed: Typed): Signature => {
  const values = fields.map((field) => {
    const path = fieldPath(field);
    return [field.name, answered(field, typed.get(controlName(path)))] as const;
  });
  return {
    ...Object.fromEntries(values.filter(([name]) => isKnownField(name))),
    email: typed.get('email') ?? '',
    answers: Object.fromEntries(values.filter(([name]) => !isKnownField(name))),
    consents: Object.fromEntries(
      consents.map((consent) => [
        consent.name,
        consented(consent, typed.get(controlName(consentPath(consent)))),
      ]),
    ),
    formVersion: version,
    leaveEmpty: typed.get('leaveEmpty') ?? '',
  };
};

export type Problem = Pick<FieldProblem, 'path' | 'code'>;

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const shape = (field: FormField, value: string): string | null => {
  const { type, maxLength } = field;
  if (maxLength !== null && [...value].length > maxLength) return 'too-long';
  if (type === 'email' && !MAIL.test(value)) return 'format';
  if (type === 'date' && !DAY.test(value)) return 'format';
  if (type === 'number' && !Number.isFinite(Number(value))) return 'type';
  return null;
};

/** @param unreadable what holds something that the browser cannot read, such as a word for a number */
export const fieldProblem = (
  field: FormField,
  typed: Typed,
  unreadable: ReadonlySet<string> = new Set(),
): string | null => {
  const name = controlName(fieldPath(field));
  const value = typed.get(name)?.trim() ?? '';
  if (unreadable.has(name)) return 'type';
  if (value === '') return field.required ? 'required' : null;
  return shape(field, value);
};

export const consentProblem = (consent: Consent, typed: Typed): string | null => {
  const value = typed.get(controlName(consentPath(consent)));
  if (consent.display === 'yes-no' && value === undefined) return 'required';
  return consent.required && value !== 'true' ? 'must-be-given' : null;
};

/** What can be known to be wrong without asking the server, in the order of the form. */
export const problemsIn = (
  { fields, consents }: Form,
  typed: Typed,
  unreadable?: ReadonlySet<string>,
): Problem[] => [
  ...fields.flatMap((field) => {
    const code = fieldProblem(field, typed, unreadable);
    return code === null ? [] : [{ path: fieldPath(field), code }];
  }),
  ...consents.flatMap((consent) => {
    const code = consentProblem(consent, typed);
    return code === null ? [] : [{ path: consentPath(consent), code }];
  }),
];
