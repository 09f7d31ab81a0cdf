// @ts-check
/** What every contender is sent as a signature, as far as it has a place for it. */

export const EMAIL = 'supporter-[<id>]@example.org';

export const PERSON = {
  givenName: 'Alex',
  familyName: 'Example',
  country: 'CA',
  message: 'Everybody has the right to live in safety, whoever they love. Please act now.',
};

export const SIGNATURE = {
  email: EMAIL,
  ...PERSON,
  consents: { newsletter: true },
  source: { code: 'newsletter' },
};

export const FORM = {
  heading: 'Your information',
  submitLabel: 'Sign',
  fields: [
    { field: 'givenName', label: 'First name', required: true },
    { field: 'familyName', label: 'Last name', required: true },
    { field: 'country', label: 'Country' },
    { field: 'message', label: 'Your message', maxLength: 1000 },
  ],
  consents: [
    {
      name: 'newsletter',
      text: 'Send me news by e-mail.',
      display: 'checkbox',
      channel: 'email',
      purpose: 'marketing',
    },
  ],
};
