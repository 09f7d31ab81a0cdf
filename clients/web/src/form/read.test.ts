import { EMAIL, aConsent, aField, withForm } from './action.fixture';
import { problemsIn, signatureOf } from './read';

const typed = (values: Record<string, string>) => new Map(Object.entries(values));

const MEMBER = aField({ name: 'membershipNumber', type: 'number', label: 'Member' });
const HELPS = aField({ name: 'helps', type: 'checkbox', label: 'I would like to help' });

describe('What a form sends', () => {
  const { form } = withForm({
    fields: [aField({ maxLength: 5 }), EMAIL, MEMBER, HELPS],
    consents: [aConsent({}), aConsent({ name: 'calls', display: 'yes-no' })],
  });

  it('has known fields by name, an editor’s own under answers, and what was agreed to', () => {
    const values = typed({
      givenName: 'Zoë',
      email: 'zoe@example.org',
      'answers[membershipNumber]': '12.5',
      'answers[helps]': 'true',
      'consents[newsletter]': 'true',
      'consents[calls]': 'false',
      leaveEmpty: '',
    });
    expect(signatureOf(form, values)).toEqual({
      givenName: 'Zoë',
      email: 'zoe@example.org',
      answers: { membershipNumber: 12.5, helps: true },
      consents: { newsletter: true, calls: false },
      formVersion: form.version,
      leaveEmpty: '',
    });
  });

  it('says that nothing was agreed to where nobody ticked, and nothing for an empty field', () => {
    expect(signatureOf(form, typed({ givenName: '' }))).toMatchObject({
      givenName: null,
      answers: { membershipNumber: null, helps: false },
      consents: { newsletter: false, calls: null },
    });
  });
});

describe('What is wrong with a form', () => {
  const problems = (fields: Parameters<typeof aField>[0][], values: Record<string, string>) =>
    problemsIn(withForm({ fields: fields.map(aField) }).form, typed(values)).map(
      ({ path, code }) => `${path.join('.')}: ${code}`,
    );

  it.each([
    ['a required field of blanks', { required: true }, { givenName: '  ' }, 'givenName: required'],
    ['a long text', { maxLength: 3 }, { givenName: 'Zoës' }, 'givenName: too-long'],
    [
      'half an address',
      { name: 'email', type: 'email' as const },
      { email: 'zoe@' },
      'email: format',
    ],
    [
      'a day that is none',
      { name: 'born', type: 'date' as const },
      { 'answers[born]': '5 May' },
      'answers.born: format',
    ],
    [
      'a box to be ticked',
      { name: 'agree', type: 'checkbox' as const, required: true },
      {},
      'answers.agree: required',
    ],
  ])('is %s', (_what, field, values, said) => {
    expect(problems([field], values)).toEqual([said]);
  });

  it('is counted in letters, not in the units they are stored in', () => {
    expect(problems([{ maxLength: 3 }], { givenName: '👍👍👍' })).toEqual([]);
  });

  it('is what the browser could not read as a number', () => {
    const { form } = withForm({ fields: [MEMBER] });
    const unreadable = new Set(['answers[membershipNumber]']);
    expect(problemsIn(form, typed({}), unreadable)).toEqual([
      { path: ['answers', 'membershipNumber'], code: 'type' },
    ]);
  });

  it('is a consent that is due, and a question without an answer', () => {
    const consents = [
      aConsent({ name: 'terms', required: true }),
      aConsent({ name: 'calls', display: 'yes-no' }),
    ];
    expect(problemsIn(withForm({ fields: [], consents }).form, typed({}))).toEqual([
      { path: ['consents', 'terms'], code: 'must-be-given' },
      { path: ['consents', 'calls'], code: 'required' },
    ]);
  });
});
