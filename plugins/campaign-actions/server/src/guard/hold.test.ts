import { type HoldRules, NO_RULES, holdReason } from './hold';

const rules = (some: Partial<HoldRules>): HoldRules => ({ ...NO_RULES, ...some });
const ZOE = {
  email: 'zoe@example.org',
  givenName: 'Zoë',
  familyName: 'Example',
  country: 'CA',
  message: 'Stop the violence.',
};

describe('T-12: a signature is set aside', () => {
  it('for nothing, where an editor has asked for nothing', () =>
    expect(holdReason(rules({}), { ...ZOE, email: 'a@mailinator.com' }, 10_000)).toBeNull());

  it.each([
    ['a throw-away mailbox', { throwaway: true }, { email: 'a@mailinator.com' }, 'throwaway'],
    ['one on a subdomain', { throwaway: true }, { email: 'a@x.Mailinator.com' }, 'throwaway'],
    ['a domain', { domains: ['example.net'] }, { email: 'a@example.net' }, 'domain'],
    ['its subdomain', { domains: ['example.net'] }, { email: 'a@b.EXAMPLE.net' }, 'domain'],
    [
      'a domain in its own script',
      { domains: ['xn--bcher-kva.example'] },
      { email: 'a@bücher.example' },
      'domain',
    ],
    ['a country', { countries: ['XX', 'CA'] }, {}, 'country'],
    ['words in the message', { words: ['the VIOLENCE'] }, {}, 'words'],
    ['words in a name', { words: ['mickey mouse', 'example'] }, {}, 'words'],
    ['the same words in other letters', { words: ['stop'] }, { message: 'ＳＴＯＰ' }, 'words'],
  ])('for %s', (_, some, said, reason) =>
    expect(holdReason(rules(some), { ...ZOE, ...said }, 1)).toBe(reason),
  );

  it('when more than so many came from one network within the hour', () => {
    expect(holdReason(rules({ perHour: 5 }), ZOE, 5)).toBeNull();
    expect(holdReason(rules({ perHour: 5 }), ZOE, 6)).toBe('per-hour');
  });

  it.each([
    ['another domain that ends alike', { domains: ['ample.org'] }],
    ['a country that was not given', { countries: ['CA'] }],
    ['a domain of a whole country', { domains: ['org'] }],
  ])('not for %s', (_, some) =>
    expect(holdReason(rules(some), { ...ZOE, country: null }, 1)).toBeNull(),
  );
});
