import { camelName, isReserved, nameForm } from './form-names';

describe('camelName', () => {
  it.each([
    ['Membership number', 'membershipNumber'],
    ['Numéro de membre', 'numeroDeMembre'],
    ["Where did you hear about us? (don't skip)", 'whereDidYouHearAboutUsDontSkip'],
    ['2nd language', 'field'],
    ['电话', 'field'],
    ['', 'field'],
  ])('makes %j into %s', (label, name) => {
    expect(camelName(label, 'field')).toBe(name);
  });
});

describe('isReserved', () => {
  it.each(['email', 'city', 'leaveEmpty', 'constructor', 'toString'])('keeps %s back', (name) => {
    expect(isReserved(name)).toBe(true);
  });
});

describe('nameForm', () => {
  const namesOf = (list: unknown) => (list as { name?: string }[]).map(({ name }) => name);

  it('names own fields after their labels, each once, and leaves chosen names alone', () => {
    const named = nameForm({
      fields: [
        { field: 'givenName', label: 'First name' },
        { field: 'own', label: 'Chapter' },
        { field: 'own', label: 'chapter', name: '' },
        { field: 'own', label: 'City' },
        { field: 'own', label: 'Anything', name: 'Not a name' },
      ],
    });
    expect(namesOf(named.fields)).toEqual([
      undefined,
      'chapter',
      'chapter2',
      'city2',
      'Not a name',
    ]);
  });

  it('names consents after what they are for, so that languages agree', () => {
    const named = nameForm({
      consents: [
        { purpose: 'marketing', channel: 'email', text: 'Send me the newsletter' },
        { purpose: 'marketing', channel: 'email', text: 'Send me actions' },
        { purpose: 'publish', channel: 'none', text: 'Show my name' },
        { purpose: 'sharing', channel: 'post', text: 'Partners' },
        { purpose: 'other', channel: 'none', text: 'I am over sixteen years old' },
        { purpose: 'other', channel: 'none', text: null },
      ],
    });
    expect(namesOf(named.consents)).toEqual([
      'newsEmail',
      'newsEmail2',
      'showPublicly',
      'shareWithPartners',
      'iAmOverSixteen',
      'consent',
    ]);
  });

  it('keeps names within forty characters', () => {
    const label = 'x'.repeat(60);
    const named = nameForm({
      fields: [
        { field: 'own', label },
        { field: 'own', label },
      ],
    });
    expect(namesOf(named.fields)).toEqual(['x'.repeat(40), `${'x'.repeat(39)}2`]);
  });
});
