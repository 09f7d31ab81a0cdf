import { sourceOf } from './source';

describe('Where a supporter came from', () => {
  it('is what the address says, and the site before, never its page', () => {
    const page = new URL('https://act.example.org/attacks?source=share-copy&utm_source=mail&x=1');
    expect(sourceOf(page, 'https://news.example/today?reader=zoe')).toEqual({
      code: 'share-copy',
      utmSource: 'mail',
      referrer: 'https://news.example',
    });
  });

  it('is told without what no server takes, and never ends in half a sign', () => {
    const said = `\u0007mail\u202e ${'👍'.repeat(300)}`;
    const page = new URL(`https://act.example.org/?utm_term=${encodeURIComponent(said)}`);
    expect(sourceOf(page, '').utmTerm).toBe(`mail  ${'👍'.repeat(193)}`);
    const split = new URL('https://act.example.org/');
    split.searchParams.set('utm_term', 'news\n\u0000');
    expect(sourceOf(split, '')).toEqual({ utmTerm: 'news' });
  });

  it('is nothing where nothing is said, or the page before was ours', () => {
    const page = new URL('https://act.example.org/attacks');
    expect(sourceOf(page, 'https://act.example.org/')).toEqual({});
    expect(sourceOf(page, '')).toEqual({});
  });
});
