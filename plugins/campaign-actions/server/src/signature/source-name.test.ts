import { createSourceCap, sourceName } from './source-name';

describe('The name under which a source is tallied', () => {
  it.each([
    [{ code: 'partner-a', utmSource: 'mail', referrer: 'https://x.example' }, 'partner-a'],
    [{ utmSource: 'Mail', referrer: 'https://x.example' }, 'mail'],
    [{ utmSource: 'Spring  Mailing' }, 'spring-mailing'],
    [{ referrer: 'https://www.example.org/path?user=zoe@example.org#x' }, 'example.org'],
    [{ referrer: 'https://News.Example.org' }, 'news.example.org'],
    [{}, null],
    [{ code: null, utmSource: null, referrer: null }, null],
    [{ referrer: 'no address' }, null],
  ])('is the nearest thing to a channel: %j is %s', (source, name) => {
    expect(sourceName(source)).toBe(name);
  });

  it.each([
    'zoe@example.org',
    'user-1234567',
    '42',
    'Zoë',
    '-mail',
    'a'.repeat(41),
    '<script>',
    'a/b',
    'd41d8cd98f00b204e9800998ecf8427e-and-some-more',
  ])('is never what could be a person: %s', (utmSource) => {
    expect(sourceName({ utmSource })).toBe('other');
  });
});

describe('The tallies of a day', () => {
  it('stay small when somebody invents sources, and keep the ones they know', () => {
    const cap = createSourceCap(2);
    expect(['mail', 'web', 'x', 'y', 'mail'].map((name) => cap('a', '2026-01-01', name))).toEqual([
      'mail',
      'web',
      'other',
      'other',
      'mail',
    ]);
  });

  it('are each action’s own, and begin again with the day', () => {
    const cap = createSourceCap(1);
    expect(cap('a', '2026-01-01', 'mail')).toBe('mail');
    expect(cap('b', '2026-01-01', 'web')).toBe('web');
    expect(cap('a', '2026-01-01', 'web')).toBe('other');
    expect(cap('a', '2026-01-02', 'web')).toBe('web');
  });
});
