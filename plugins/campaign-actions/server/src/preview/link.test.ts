import { apiAddress, draftAddress, publishedAddress } from './link';

const draft = {
  type: 'campaign',
  documentId: 'k3b1',
  locale: 'fr',
  slug: 'halte-aux-attaques',
  token: 'TOKEN',
} as const;

const ASKING = 'locale=fr&status=draft&preview=TOKEN';

describe('where a draft is shown', () => {
  it.each([
    ['https://act.example.org/{locale}/{slug}', `/fr/halte-aux-attaques?${ASKING}`],
    ['https://act.example.org/{type}/{documentId}', `/campaign/k3b1?${ASKING}`],
    ['https://act.example.org/preview', `/preview?campaign=k3b1&${ASKING}`],
    ['https://act.example.org/preview?site=ca', `/preview?site=ca&campaign=k3b1&${ASKING}`],
    ['https://act.example.org/#/{slug}', `/?${ASKING}#/halte-aux-attaques`],
  ])('is at %s', (pattern, page) =>
    expect(draftAddress(pattern, draft)).toBe(`https://act.example.org${page}`),
  );

  it('has its documentId in place of the slug that nobody has written yet', () =>
    expect(draftAddress('https://act.example.org/{slug}', { ...draft, slug: null })).toBe(
      `https://act.example.org/k3b1?${ASKING}`,
    ));

  it('is where everybody sees it once it is published, without a token', () => {
    expect(publishedAddress('https://act.example.org/{locale}/{slug}', draft)).toBe(
      'https://act.example.org/fr/halte-aux-attaques',
    );
    expect(publishedAddress('https://act.example.org/page', draft)).toBe(
      'https://act.example.org/page?campaign=k3b1&locale=fr',
    );
  });

  it('is our own door, too', () =>
    expect(apiAddress('https://act.example.org/api/campaign-actions', draft)).toBe(
      `https://act.example.org/api/campaign-actions/campaigns/k3b1?${ASKING}`,
    ));
});
