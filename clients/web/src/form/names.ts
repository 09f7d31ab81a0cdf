import type { KnownField } from '../contracts';

const KNOWN: Record<KnownField, true> = {
  message: true,
  givenName: true,
  familyName: true,
  email: true,
  phone: true,
  country: true,
  region: true,
  postalCode: true,
  city: true,
};

export const isKnownField = (name: string): name is KnownField =>
  Object.prototype.hasOwnProperty.call(KNOWN, name);

/** Where a value belongs in the body of a signature, and what a problem with it is found under. */
export const fieldPath = ({ name }: { name: string }): string[] =>
  isKnownField(name) ? [name] : ['answers', name];

export const consentPath = ({ name }: { name: string }): string[] => ['consents', name];

/** What a control is called when a browser posts the form by itself: `answers[membershipNumber]`. */
export const controlName = ([first = '', ...rest]: readonly string[]): string =>
  first + rest.map((part) => `[${part}]`).join('');
