import { encodePage, placeOf } from './encoded-page';

const page = encodePage(
  {
    title: 'Été “1”',
    action: { documentId: 'a1', counter: placeOf('a1') },
    furtherActions: [{ action: { documentId: 'b2', counter: placeOf('b2') } }, { action: null }],
    share: null,
  },
  'en',
);
const ONE = '{"total":1}';
const TWO = '{"total":2}';

const bodyOf = ({ body }: { body: string | Buffer }): unknown => JSON.parse(body.toString());

describe('An encoded page', () => {
  it('knows whose counters it shows', () => {
    expect(page.actions).toEqual(['a1', 'b2']);
  });

  it('puts each counter in its place', () => {
    expect(bodyOf(page.withCounters([ONE, 'null']))).toEqual({
      data: {
        title: 'Été “1”',
        action: { documentId: 'a1', counter: { total: 1 } },
        furtherActions: [{ action: { documentId: 'b2', counter: null } }, { action: null }],
        share: null,
      },
      meta: {},
    });
  });

  it('leaves the key out where counters are not wanted', () => {
    expect(bodyOf(page.withoutCounters())).toEqual({
      data: {
        title: 'Été “1”',
        action: { documentId: 'a1' },
        furtherActions: [{ action: { documentId: 'b2' } }, { action: null }],
        share: null,
      },
      meta: {},
    });
  });

  it('is the very same reply until a counter moves, and then has another ETag', () => {
    const first = page.withCounters([ONE, ONE]);
    expect(page.withCounters([ONE, ONE])).toBe(first);
    const second = page.withCounters([ONE, TWO]);
    const third = page.withCounters([TWO, ONE]);
    const etags = [first, second, third, page.withoutCounters()].map(({ etag }) => etag);
    expect(new Set(etags).size).toBe(4);
    expect(page.withCounters([ONE, ONE]).etag).toBe(first.etag);
  });

  it('has one ETag on every node', () => {
    const encode = (title: string) =>
      encodePage({ title, action: { documentId: 'a1', counter: placeOf('a1') } }, 'en');
    const etag = encode('Stop').withCounters([ONE]).etag;
    expect(encode('Stop').withCounters([ONE]).etag).toBe(etag);
    expect(encode('Stop!').withCounters([ONE]).etag).not.toBe(etag);
  });

  it('is the same with and without counters when it shows none', () => {
    const bare = encodePage({ title: 'No action', action: null }, 'en');
    expect(bare.withCounters([])).toBe(bare.withoutCounters());
  });
});
