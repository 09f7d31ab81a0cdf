import { readPrefill } from './prefill';

describe('A fragment', () => {
  it('fills fields', () => {
    expect(readPrefill('#givenName=Zo%C3%AB&email=zoe%40example.org&member=7')).toEqual({
      givenName: 'Zoë',
      email: 'zoe@example.org',
      member: '7',
    });
  });

  it.each(['', '#story', '#member=7', '#token=abc&email=zoe@example.org'])(
    'is left alone when it is not for a form: %s',
    (fragment) => {
      expect(readPrefill(fragment)).toBeNull();
    },
  );
});
