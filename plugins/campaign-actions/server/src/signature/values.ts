import validator from 'validator';
import type { CompiledField } from '../action/form';
import type { FieldErrorCode } from '../http/problems';
import { asciiDomain } from '../privacy/canonical-email';
import { nameProblem } from './name';
import { checkText } from './text';

const LONGEST_EMAIL = 254;

/** What a value is kept as, or what is wrong with it. */
export type Read<Kept> = (value: unknown) => { kept: Kept; problem: null } | Wrong;
export interface Wrong {
  kept: null;
  problem: FieldErrorCode;
}

export const kept = <Kept>(value: Kept) => ({ kept: value, problem: null });
export const wrong = (problem: FieldErrorCode): Wrong => ({ kept: null, problem });

const NOTHING = kept(null);

const isAbsent = (value: unknown): value is null | undefined =>
  value === undefined || value === null;

/** Absent, null and empty mean the same: not filled in. */
export const text =
  (
    maxLength: number,
    multiline = false,
    problemOf: (text: string) => FieldErrorCode | null = () => null,
  ): Read<string | null> =>
  (value) => {
    if (isAbsent(value)) return NOTHING;
    if (typeof value !== 'string') return wrong('type');
    const { text: checked, problem } = checkText(value, { maxLength, multiline });
    if (problem !== null) return wrong(problem);
    if (checked === '') return NOTHING;
    const found = problemOf(checked);
    return found === null ? kept(checked) : wrong(found);
  };

const number: Read<number | null> = (value) => {
  if (isAbsent(value)) return NOTHING;
  return typeof value === 'number' && Number.isFinite(value) ? kept(value) : wrong('type');
};

const boolean: Read<boolean | null> = (value) => {
  if (isAbsent(value)) return NOTHING;
  return typeof value === 'boolean' ? kept(value) : wrong('type');
};

/** Letters, digits, dots and hyphens: what IDNA would map or drop could be read as another host. */
const DOMAIN = /^[\p{L}\p{M}\p{Nd}.-]+$/u;

/** What nobody sees: two addresses that look the same would be two mailboxes, and mail to one be lost. */
const UNSEEN = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** One mailbox, spelled in one way: a quoted local part could spell it in many. */
const mailboxProblem = (value: string): FieldErrorCode | null => {
  if (UNSEEN.test(value)) return value.includes(' ') ? 'format' : 'characters';
  const at = value.lastIndexOf('@');
  const domain = value.slice(at + 1);
  if (value.includes('"') || !DOMAIN.test(domain)) return 'format';
  const ascii = asciiDomain(domain);
  if (ascii === '' || !validator.isEmail(value)) return 'format';
  // Mail servers count bytes, and see the domain in ASCII.
  const bytes = Buffer.byteLength(value.slice(0, at)) + 1 + ascii.length;
  return bytes > LONGEST_EMAIL ? 'too-long' : null;
};

const email = text(LONGEST_EMAIL, false, mailboxProblem);
const countryCode = text(2);
const country: Read<string | null> = (value) => {
  const read = countryCode(value);
  if (read.kept === null) return read;
  const code = read.kept.toUpperCase();
  return validator.isISO31661Alpha2(code) ? kept(code) : wrong('not-an-option');
};
const DAY = { format: 'YYYY-MM-DD', strictMode: true };
const day = text(10, false, (value) => (validator.isDate(value, DAY) ? null : 'format'));

/** Fields that hold a name of a person or a place. */
const NAMES = new Set(['givenName', 'familyName', 'region', 'city', 'postalCode']);

/** How a field's value is read. */
export const valueOf = (field: CompiledField): Read<string | number | boolean | null> => {
  switch (field.type) {
    case 'email':
      return email;
    case 'country':
      return country;
    case 'textarea':
      return text(field.maxLength ?? 2000, true);
    case 'text':
    case 'tel':
      return text(field.maxLength ?? 500, false, NAMES.has(field.name) ? nameProblem : undefined);
    case 'date':
      return day;
    case 'number':
      return number;
    case 'checkbox':
      return boolean;
    case 'choice': {
      const options = new Set(field.options ?? []);
      return text(500, false, (value) => (options.has(value) ? null : 'not-an-option'));
    }
  }
};
