import type { Counter } from '../../../contracts/counter';
import type { CatalogueEntry } from '../action/catalogue';
import { createPresentCounters } from './present-counters';

const CLOSING = Date.parse('2026-06-01T12:00:00Z');

const entry = (signatures: number): CatalogueEntry => ({
  policy: {
    action: 'a1',
    kind: 'petition',
    sensitive: false,
    confirmation: 'required',
    challenge: 'when-busy',
    opensAt: null,
    closesAt: new Date(CLOSING),
    publishedAt: new Date(0),
    unpublishedAt: null,
    goal: null,
    goalStepsUp: false,
    displayFrom: 0,
    hideSplit: false,
    retentionMonths: 6,
    defaultLocale: 'en',
    locales: {
      en: { slug: null, counterLabel: '{count} people', formVersion: 'v1' },
      fr: { slug: null, counterLabel: '{count} personnes', formVersion: 'v2' },
    },
  },
  numbers: { signatures, offset: 0, revision: signatures },
});

describe('The counters of a page', () => {
  let now = CLOSING - 5000;
  let known = entry(1);
  const find = (id: string) => Promise.resolve(id === 'a1' ? known : null);
  const present = createPresentCounters({ find }, () => now);
  const one = async (locale = 'en') =>
    JSON.parse((await present(['a1'], locale))[0] ?? '') as Counter;

  it('are in the order and the language of the page, and null where there is none', async () => {
    const [none, french] = await present(['nobody', 'a1'], 'fr');
    expect(none).toBe('null');
    expect(JSON.parse(french ?? '')).toMatchObject({ signatures: 1, label: '1 personnes' });
    expect(await one()).toMatchObject({ label: '1 people', state: 'open' });
  });

  it('move with the numbers', async () => {
    known = entry(2);
    expect((await one()).signatures).toBe(2);
  });

  it('close at their moment, though nothing else changed', async () => {
    now = CLOSING;
    expect((await one()).state).toBe('closed');
  });
});
