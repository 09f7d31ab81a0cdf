import { etagOf, matches } from './reply';

describe('etagOf', () => {
  it('is strong, and moves with a single byte', () => {
    expect(etagOf('{"total":785}')).toMatch(/^"[\w-]{27}"$/);
    expect(etagOf('{"total":785}')).not.toBe(etagOf('{"total":786}'));
  });
});

describe('matches', () => {
  const etag = '"abc-_1"';

  it.each([
    '"abc-_1"',
    'W/"abc-_1"',
    '*',
    ' * ',
    '"x", "abc-_1"',
    '"x",W/"abc-_1" , "y"',
    '"a,b","abc-_1"',
  ])('knows its tag in %s', (header) => expect(matches(header, etag)).toBe(true));

  it.each(['', 'abc-_1', '"abc"', '"*"', '"x", W/"y"', '"abc-_1'])(
    'does not find it in %j',
    (header) => expect(matches(header, etag)).toBe(false),
  );
});
