import type { Answer } from './app';
import { plainPages } from './plain-pages';
import { previews } from './previews';
import { signing } from './signing';

const { app, make } = signing({ CAMPAIGN_ACTIONS_CORS_ORIGINS: 'https://front.example.org' });

const { sign, post } = plainPages(app);

const goesTo = ({ status, headers }: Answer): [number, string | null] => [
  status,
  headers.get('location'),
];

describe('Where a page without JavaScript goes on to', () => {
  it('is the place that it names, at an address which the organisation or the operator has named', async () => {
    const { documentId } = await make.action({
      thanks: { redirectUrl: 'https://thanks.example.net/done' },
    });
    for (const [returnTo, to] of [
      ['/en/page#signed', 'https://act.example.org/en/page#signed'],
      ['https://example.org/page?x=1#signed', 'https://example.org/page?x=1#signed'],
      ['https://front.example.org', 'https://front.example.org/'],
      ['https://thanks.example.net/else', 'https://thanks.example.net/else'],
    ] as const) {
      const answer = await sign(documentId, { returnTo });
      expect(goesTo(answer)).toEqual([303, to]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is never anybody else’s address (T-69): then the plugin’s own page answers', async () => {
    const { documentId } = await make.action();
    for (const returnTo of [
      'https://evil.example.com/',
      '//evil.example.com/',
      '\\\\evil.example.com',
      'https://act.example.org@evil.example.com/',
      'https://user:password@act.example.org/',
      'https://act.example.org.evil.example.com/',
      'http://act.example.org/',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://act.example.org:8443/',
      `https://act.example.org/${'a'.repeat(3000)}`,
    ])
      expect([returnTo, goesTo(await sign(documentId, { returnTo }))]).toEqual([
        returnTo,
        [202, null],
      ]);
  });

  it('is the action’s own page of thanks once it counts, where no other is named', async () => {
    const redirectUrl = 'https://thanks.example.net/done';
    const counted = await make.action({ confirmation: 'none', thanks: { redirectUrl } });
    expect(goesTo(await sign(counted.documentId))).toEqual([303, redirectUrl]);
    const asking = await make.action({ confirmation: 'required', thanks: { redirectUrl } });
    expect(goesTo(await sign(asking.documentId))).toEqual([202, null]);
  });

  it('is found whatever letters its address is written in, on either way to the door', async () => {
    const routed = await previews(app).routed();
    for (const redirectUrl of [
      'https://thanks.example.net/l’été',
      'https://пример.example/спасибо',
    ]) {
      const { documentId } = await make.action({ confirmation: 'none', thanks: { redirectUrl } });
      for (const headers of [{}, routed])
        expect(goesTo(await sign(documentId, {}, headers))).toEqual([
          303,
          new URL(redirectUrl).href,
        ]);
    }
  });

  it('is nowhere when something was wrong', async () => {
    const { documentId } = await make.action();
    expect(goesTo(await sign(documentId, { returnTo: '/', email: 'x' }))).toEqual([400, null]);
    expect(goesTo(await post('confirm', { returnTo: '/', token: 'x' }))).toEqual([410, null]);
  });
});
