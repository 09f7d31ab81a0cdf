import { conditions } from '../../../contracts/panel-invalidations';
import { type Clear, type Opened, meansPerson, meansRow } from './conditions';

const NOBODYS = { same: null, crowded: null };
const network = Buffer.from('0102030405060708', 'hex');

const row: Clear = {
  day: '2026-03-02',
  country: 'CA',
  locale: 'fr',
  channel: 'web',
  network,
  held_because: null,
  consents: JSON.stringify([{ stated: true, consents: {} }]),
};

const person: Opened = {
  email: 'Zoe@mail.Spam.example',
  givenName: 'Zoë',
  familyName: 'Example',
  message: 'Please BUY now',
  source: {
    code: 'Bot-7',
    utmSource: 'mail',
    utmMedium: null,
    utmCampaign: null,
    utmContent: null,
    utmTerm: null,
    referrer: null,
  },
};

describe('The signatures that an editor describes', () => {
  it.each([
    [{ from: '2026-03-02', to: '2026-03-02' }, true],
    [{ from: '2026-03-03' }, false],
    [{ to: '2026-03-01' }, false],
    [{ countries: ['FR', 'CA'] }, true],
    [{ countries: ['FR'] }, false],
    [{ locales: ['fr'], channels: ['web' as const] }, true],
    [{ locales: ['fr'], channels: ['api' as const] }, false],
    [{ formVersion: 'stated' as const }, true],
    [{ formVersion: 'not-stated' as const }, false],
    [{ admittedAfter: ['words' as const] }, false],
  ])('are told by what stands in clear: %j', (asked, meant) => {
    expect(meansRow(asked, NOBODYS, row)).toBe(meant);
  });

  it('are those let in after a rule had set them aside', () => {
    const held = { ...row, held_because: 'words' };
    expect(meansRow({ admittedAfter: ['words', 'domain'] }, NOBODYS, held)).toBe(true);
    expect(meansRow({ admittedAfter: ['domain'] }, NOBODYS, held)).toBe(false);
  });

  it('are those of one network, and never those of which nobody knows it', () => {
    const same = new Set([network.toString('hex')]);
    expect(meansRow({}, { same, crowded: null }, row)).toBe(true);
    expect(meansRow({}, { same: null, crowded: new Set() }, row)).toBe(false);
    expect(meansRow({}, { same, crowded: null }, { ...row, network: null })).toBe(false);
  });

  it('have no country where one is asked for', () => {
    expect(meansRow({ countries: ['CA'] }, NOBODYS, { ...row, country: null })).toBe(false);
  });

  it.each([
    [{ domains: ['spam.example'] }, true],
    [{ domains: ['SPAM.example', 'other.example'] }, true],
    [{ domains: ['pam.example'] }, false],
    [{ words: ['buy NOW'] }, true],
    [{ words: ['zoë'] }, true],
    [{ words: ['sell'] }, false],
    [{ source: { code: 'bot-7' } }, true],
    [{ source: { code: 'bot-7', utmSource: 'MAIL' } }, true],
    [{ source: { code: 'bot-7', utmSource: 'web' } }, false],
    [{ source: { utmTerm: 'x' } }, false],
  ])('are told by what is sealed: %j', (asked, meant) => {
    expect(meansPerson(asked, person)).toBe(meant);
  });
});

describe('A description', () => {
  it.each([
    {},
    { countries: [] },
    { countries: ['Canada'] },
    { from: 'yesterday' },
    { words: ['a'] },
    { moreThanFromNetwork: 0 },
    { email: 'zoe@example.org' },
  ])('is refused when it says nothing or nothing that is known: %j', (asked) => {
    expect(conditions.safeParse(asked).success).toBe(false);
  });
});
