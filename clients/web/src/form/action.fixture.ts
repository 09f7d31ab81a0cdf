import type { Action, Consent, FormField } from '../contracts';
import type { Place } from '../page/place';

export const aField = (field: Partial<FormField>): FormField => ({
  name: 'givenName',
  type: 'text',
  label: 'First name',
  required: false,
  maxLength: null,
  autocomplete: null,
  options: null,
  help: null,
  ...field,
});

export const aConsent = (consent: Partial<Consent>): Consent => ({
  name: 'newsletter',
  text: 'Send me your newsletter.',
  required: false,
  display: 'checkbox',
  channel: 'email',
  purpose: 'marketing',
  ...consent,
});

export const EMAIL = aField({
  name: 'email',
  type: 'email',
  label: 'E-mail',
  required: true,
  maxLength: 254,
  autocomplete: 'email',
});

/** A petition that asks for no more than an address. */
export const anAction = (action: Partial<Action> = {}): Action => ({
  documentId: 'petition',
  locale: 'en',
  slug: 'attacks-must-stop',
  kind: 'petition',
  sensitive: false,
  title: 'Attacks must stop',
  statement: 'Urge the authorities to end the violence.',
  targets: [{ name: 'Government of Russia', role: null, postalAddress: null }],
  opensAt: null,
  closesAt: null,
  confirmation: 'required',
  challenge: 'when-busy',
  externalIds: [],
  form: {
    version: 'v'.repeat(64),
    heading: 'Your information',
    messageHeading: 'Add your message',
    submitLabel: 'Sign the petition',
    fields: [EMAIL],
    consents: [],
    honeypot: 'leaveEmpty',
  },
  letter: null,
  call: null,
  thanks: null,
  closedMessage: null,
  outcome: { state: 'none', text: null },
  ...action,
});

export const withForm = (form: Partial<Action['form']>, action: Partial<Action> = {}): Action => {
  const made = anAction(action);
  return { ...made, form: { ...made.form, ...form } };
};

export const PLACE: Place = {
  baseUrl: '/api/campaign-actions',
  locale: 'en',
  pageUrl: 'https://act.example.org/attacks',
  organisation: {
    name: 'Organisation',
    url: 'https://example.org',
    logo: null,
    privacyPolicyUrl: 'https://example.org/privacy',
  },
  share: null,
  preview: null,
};
