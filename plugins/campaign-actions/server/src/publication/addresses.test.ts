import { CAMPAIGN } from '../plugin';
import { type Addresses, MOST_ADDRESSES, readAddresses } from './addresses';
import type { Address } from './store';

const address = (documentId: string, locale: string, slug: string): Address => ({
  documentId,
  locale,
  slug,
});

const published = [
  address('a', 'en', 'stop-torture'),
  address('a', 'fr', 'halte'),
  address('b', 'fr', 'stop-torture'),
  address('c', 'es', 'a'),
];
const past = [
  address('b', 'fr', 'old'),
  address('a', 'en', 'old'),
  address('c', 'es', 'halte'),
  address('gone', 'en', 'given-up'),
];

const others = Array.from({ length: MOST_ADDRESSES }, (_, at) => address(`${at}`, 'en', `s${at}`));

const storeOf = (present: Address[]) => ({
  addresses: jest.fn((_type: string, limit: number) => Promise.resolve(present.slice(0, limit))),
  addressed: jest.fn((_type: string, names: readonly string[]) =>
    Promise.resolve(
      present.filter((row) => names.includes(row.documentId) || names.includes(row.slug ?? '')),
    ),
  ),
  pastAddresses: jest.fn((_type: string, slugs?: readonly string[]) =>
    Promise.resolve(past.filter(({ slug }) => !slugs || slugs.includes(slug ?? ''))),
  ),
});

const few = storeOf(published);
const many = storeOf([...published, ...others]);

describe.each([
  ['a site with a few pages', few],
  ['a site with more pages than it keeps addresses of', many],
])('on %s, a name', (_site, store) => {
  let addresses: Addresses;
  const find = async (name: string, locale: string | null) => {
    const found = await addresses.find(name, locale);
    return found && `${found.documentId} in ${found.locale}`;
  };

  beforeAll(async () => {
    addresses = await readAddresses(store, CAMPAIGN, 'en');
  });

  it('is a documentId before it is a slug that reads the same', async () => {
    expect(await find('a', 'es')).toBe('a in en');
    expect(await find('a', 'fr')).toBe('a in fr');
  });

  it('is a slug in the asked locale, then in the default one, then in any', async () => {
    expect(await find('stop-torture', 'fr-CA')).toBe('b in fr');
    expect(await find('stop-torture', 'de')).toBe('a in en');
    expect(await find('stop-torture', null)).toBe('a in en');
    expect(await find('halte', null)).toBe('a in en');
  });

  it('is a slug of former times, unless a document has it now', async () => {
    expect(await find('old', null)).toBe('a in en');
    expect(await find('old', 'fr')).toBe('b in fr');
    expect(await find('halte', 'es')).toBe('a in en');
  });

  it('names nothing when nothing of that name is published', async () => {
    for (const name of ['nobody', 'given-up', 'gone', '__proto__', ''])
      expect(await find(name, null)).toBeUndefined();
  });

  it('that cannot be one is never looked up in the database', async () => {
    store.addressed.mockClear();
    for (const name of ['', 'a b', "a'--", 'a\u0000', 'x'.repeat(256), '../a'])
      expect(await find(name, 'en')).toBeUndefined();
    expect(store.addressed).not.toHaveBeenCalled();
  });
});

it('A site with a few pages asks its database for no name at all', async () => {
  few.addressed.mockClear();
  const addresses = await readAddresses(few, CAMPAIGN, 'en');
  await addresses.find('stop-torture', 'fr');
  await addresses.find('nobody', 'fr');
  expect(few.addressed).not.toHaveBeenCalled();
});
