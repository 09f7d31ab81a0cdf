import { CAMPAIGN } from '../plugin';
import { resolveDocument, resolveDocuments } from './resolve';
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
const past = [address('b', 'fr', 'old'), address('a', 'en', 'old'), address('c', 'es', 'halte')];

const store = {
  addressed: jest.fn((_type: string, names: readonly string[]) =>
    Promise.resolve(
      published.filter((row) => names.includes(row.documentId) || names.includes(row.slug ?? '')),
    ),
  ),
  pastAddresses: jest.fn((_type: string, slugs: readonly string[]) =>
    Promise.resolve(past.filter(({ slug }) => slugs.includes(slug ?? ''))),
  ),
};

const resolve = (asked: string, chain: string[]) => resolveDocument(store, CAMPAIGN, asked, chain);

describe('resolveDocument', () => {
  it('finds a documentId before a slug that reads the same', async () => {
    expect(await resolve('a', ['es', 'en'])).toBe('a');
  });

  it('finds a slug in the asked locale, then in the default one, then in any', async () => {
    expect(await resolve('stop-torture', ['fr-CA', 'fr', 'en'])).toBe('b');
    expect(await resolve('stop-torture', ['de', 'en'])).toBe('a');
    expect(await resolve('halte', ['en'])).toBe('a');
  });

  it('finds a slug of former times, unless a document has it now', async () => {
    expect(await resolve('old', ['en'])).toBe('a');
    expect(await resolve('old', ['fr', 'en'])).toBe('b');
    expect(await resolve('halte', ['es'])).toBe('a');
  });

  it('finds nothing under what cannot be a name, and asks no database for it', async () => {
    store.addressed.mockClear();
    for (const name of ['', 'a b', "a'--", 'a\u0000', 'x'.repeat(256), '../a']) {
      expect(await resolve(name, ['en'])).toBeUndefined();
    }
    expect(store.addressed).not.toHaveBeenCalled();
  });
});

describe('resolveDocuments', () => {
  it('keys what it found by what was asked for, and leaves the rest out', async () => {
    const found = await resolveDocuments(store, CAMPAIGN, ['a', 'old', 'nobody', 'a'], ['en']);
    expect([...found]).toEqual([
      ['a', 'a'],
      ['old', 'a'],
    ]);
  });
});
