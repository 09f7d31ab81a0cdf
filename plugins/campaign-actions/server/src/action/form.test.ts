import { compileForm, formVersion, type FormContent } from './form';

const form: FormContent = {
  heading: 'Your Information',
  messageHeading: 'Add your personal message and signature',
  fields: [
    { field: 'givenName', label: 'First name', required: true },
    { field: 'familyName', label: 'Last name', required: true, maxLength: 40 },
    { field: 'country', label: 'Country', maxLength: 60 },
    { field: 'own', name: 'member', type: 'choice', label: 'Member?', options: 'Yes\n\n No \r\n' },
    { field: 'own', name: 'since', type: 'date', label: 'Since', maxLength: 3 },
    { field: 'own', name: 'why', label: 'Why' },
  ],
  consents: [
    { name: 'newsletter', text: 'Write to me', display: 'yes_no', channel: 'email' },
    { name: 'newsletter', text: 'Twice' },
  ],
};

const named = (name: string, content: FormContent = form) =>
  compileForm({ form: content }, 'en').fields.find((field) => field.name === name);

describe('compileForm', () => {
  it('puts the e-mail address after the name, labelled in the language of the form', () => {
    const { fields } = compileForm({ form }, 'fr-CA');
    expect(fields.map(({ name }) => name)).toEqual([
      'givenName',
      'familyName',
      'email',
      'country',
      'member',
      'since',
      'why',
    ]);
    expect(fields[2]).toMatchObject({ label: 'Courriel', required: true, type: 'email' });
    expect(compileForm({ form }, 'en').fields[2]?.label).toBe('E-mail');
  });

  it('asks for the e-mail address when there is no form at all', () => {
    const compiled = compileForm({ form: null }, 'en');
    expect(compiled.fields.map(({ name }) => name)).toEqual(['email']);
    expect(compiled).toMatchObject({ heading: null, submitLabel: null, consents: [] });
  });

  it('limits every text, as the editor chose or as usual for the field', () => {
    expect(named('givenName')?.maxLength).toBe(80);
    expect(named('familyName')?.maxLength).toBe(40);
    expect(named('country')?.maxLength).toBe(2);
    expect(named('why')?.maxLength).toBe(500);
    expect(named('since')?.maxLength).toBeNull();
    const endless = { fields: [{ field: 'message' as const, label: 'M', maxLength: 1e9 }] };
    expect(named('message', endless)?.maxLength).toBe(5000);
    expect(named('message', { fields: [{ field: 'message', label: 'M', maxLength: 0 }] })).toEqual(
      expect.objectContaining({ maxLength: 2000, type: 'textarea' }),
    );
  });

  it('reads one option per line, without blanks', () => {
    expect(named('member')?.options).toEqual(['Yes', 'No']);
  });

  it('has every name once, and none of the editor’s own in place of a known one', () => {
    const { fields, consents } = compileForm(
      {
        form: {
          fields: [
            { field: 'city', label: 'City' },
            { field: 'city', label: 'Town' },
            { field: 'own', name: 'email', label: 'Other address' },
            { field: 'own', name: '', label: 'Nameless' },
          ],
          consents: form.consents ?? [],
        },
      },
      'en',
    );
    expect(fields.map(({ label }) => label)).toEqual(['E-mail', 'City']);
    expect(consents).toEqual([
      {
        name: 'newsletter',
        text: 'Write to me',
        required: false,
        display: 'yes-no',
        channel: 'email',
        purpose: 'other',
      },
    ]);
  });
});

describe('formVersion', () => {
  it('is the same for the same texts and rules, in whatever order the keys come', () => {
    const compiled = compileForm({ form }, 'en');
    const reversed = Object.fromEntries(Object.entries(compiled).reverse()) as typeof compiled;
    expect(formVersion(compiled)).toMatch(/^[0-9a-f]{64}$/);
    expect(formVersion(reversed)).toBe(formVersion(compiled));
  });

  it('moves with any text, rule or locale', () => {
    const version = formVersion(compileForm({ form }, 'en'));
    const louder = { ...form, heading: 'Your information!' };
    const shorter = { ...form, fields: form.fields?.slice(1) ?? [] };
    expect(formVersion(compileForm({ form: louder }, 'en'))).not.toBe(version);
    expect(formVersion(compileForm({ form: shorter }, 'en'))).not.toBe(version);
    expect(formVersion(compileForm({ form }, 'fr'))).not.toBe(version);
  });
});
