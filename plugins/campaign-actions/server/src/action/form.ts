import { createHash } from 'node:crypto';
import type { Consent, FormField, KnownField } from '../../../contracts/form';
import { lines } from './lines';

/** The exact texts and rules of an action's form in one locale: what a form version stands for. */
export interface CompiledForm {
  locale: string;
  heading: string | null;
  messageHeading: string | null;
  submitLabel: string | null;
  fields: CompiledField[];
  consents: Consent[];
}

export type CompiledField = Omit<FormField, 'autocomplete'>;

/** The form component of an action, as Strapi hands it over when populated. */
export interface FormContent {
  heading?: string | null;
  messageHeading?: string | null;
  submitLabel?: string | null;
  fields?: FieldContent[] | null;
  consents?: ConsentContent[] | null;
}

interface FieldContent {
  field: Exclude<KnownField, 'email'> | 'own';
  name?: string | null;
  type?: 'text' | 'number' | 'date' | 'choice' | 'checkbox' | null;
  label: string;
  required?: boolean | null;
  maxLength?: number | null;
  options?: string | null;
  help?: string | null;
}

interface ConsentContent {
  /** The check on save fills it in when an editor leaves it empty. */
  name?: string | null;
  text: string;
  required?: boolean | null;
  display?: 'checkbox' | 'yes_no' | null;
  channel?: Consent['channel'] | null;
  purpose?: Consent['purpose'] | null;
}

const KNOWN = {
  givenName: { type: 'text', maxLength: 80 },
  familyName: { type: 'text', maxLength: 80 },
  email: { type: 'email', maxLength: 254 },
  phone: { type: 'tel', maxLength: 32 },
  country: { type: 'country', maxLength: 2 },
  region: { type: 'text', maxLength: 80 },
  postalCode: { type: 'text', maxLength: 16 },
  city: { type: 'text', maxLength: 80 },
  message: { type: 'textarea', maxLength: 2000 },
} as const satisfies Record<KnownField, Pick<CompiledField, 'type' | 'maxLength'>>;

const OWN_TEXT_LENGTH = 500;
/** However long an editor allows a text to be, all of them fit the largest body that is taken. */
const LONGEST_TEXT = 5000;

const EMAIL_LABELS: Record<string, string> = { en: 'E-mail', fr: 'Courriel' };

const emailField = (locale: string): CompiledField => ({
  name: 'email',
  ...KNOWN.email,
  label: EMAIL_LABELS[locale.split('-')[0] ?? ''] ?? 'E-mail',
  required: true,
  options: null,
  help: null,
});

const lengthOf = (chosen: number | null | undefined, usual: number): number =>
  chosen && chosen > 0 ? Math.min(chosen, LONGEST_TEXT) : usual;

const ownRules = ({ type, maxLength, options }: FieldContent) => {
  switch (type) {
    case 'choice':
      return { type, maxLength: null, options: lines(options) };
    case 'number':
    case 'date':
    case 'checkbox':
      return { type, maxLength: null, options: null };
    case 'text':
    case null:
    case undefined:
      return {
        type: 'text' as const,
        maxLength: lengthOf(maxLength, OWN_TEXT_LENGTH),
        options: null,
      };
  }
};

const knownRules = (name: KnownField, chosen: number | null | undefined) => {
  const { type, maxLength } = KNOWN[name];
  // A country is a code of two letters, whatever an editor enters.
  return { type, maxLength: name === 'country' ? maxLength : lengthOf(chosen, maxLength) };
};

const compileField = (content: FieldContent): CompiledField[] => {
  const { field, label, required, help } = content;
  const texts = { label, required: required ?? false, help: help || null };
  if (field !== 'own') {
    return [{ name: field, ...knownRules(field, content.maxLength), ...texts, options: null }];
  }
  // Own fields are answered under their name; one that has none, or a known one's, has no place.
  if (!content.name || content.name in KNOWN) return [];
  return [{ name: content.name, ...ownRules(content), ...texts }];
};

/** Every form asks for the e-mail address, right after the name. */
const withEmail = (fields: CompiledField[], locale: string): CompiledField[] => {
  const names = fields.map(({ name }) => name);
  const at = Math.max(names.lastIndexOf('givenName'), names.lastIndexOf('familyName')) + 1;
  return [...fields.slice(0, at), emailField(locale), ...fields.slice(at)];
};

const firstOfEachName = <T extends { name: string }>(list: T[]): T[] =>
  list.filter((item, index) => list.findIndex(({ name }) => name === item.name) === index);

const compileConsent = (content: ConsentContent, index: number): Consent => ({
  name: content.name || `consent${index + 1}`,
  text: content.text,
  required: content.required ?? false,
  display: content.display === 'yes_no' ? 'yes-no' : 'checkbox',
  channel: content.channel ?? 'none',
  purpose: content.purpose ?? 'other',
});

/**
 * The form of an action in one locale, every default filled in; an action without a form asks for
 * the e-mail address alone.
 */
export const compileForm = (
  document: { form?: FormContent | null },
  locale: string,
): CompiledForm => {
  const { heading, messageHeading, submitLabel, fields, consents } = document.form ?? {};
  return {
    locale,
    heading: heading || null,
    messageHeading: messageHeading || null,
    submitLabel: submitLabel || null,
    fields: withEmail(firstOfEachName((fields ?? []).flatMap(compileField)), locale),
    consents: firstOfEachName((consents ?? []).map(compileConsent)),
  };
};

/** JSON with the keys of every object in order, so that equal forms give equal bytes. */
const canonicalJson = (form: CompiledForm): string =>
  JSON.stringify(form, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** The name of these exact texts and rules: sha256, in hex. */
export const formVersion = (form: CompiledForm): string =>
  createHash('sha256').update(canonicalJson(form)).digest('hex');
