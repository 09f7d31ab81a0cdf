import { scriptShape, scriptSources } from './scripts';

const sources = (...scripts: Parameters<typeof scriptShape>[0][]) =>
  scriptSources(scripts.map(scriptShape));

describe('scriptShape', () => {
  it('fills in what an editor left out, on the careful side', () => {
    expect(scriptShape({ name: 'tag', src: 'https://cdn.example.org/tag.js' })).toEqual({
      name: 'tag',
      placement: 'head',
      src: 'https://cdn.example.org/tag.js',
      inline: null,
      integrity: null,
      async: false,
      defer: false,
      consentCategory: 'marketing',
    });
    expect(scriptShape({ name: 'tag', placement: 'body_end' }).placement).toBe('body-end');
  });

  it('ends lines as a browser reads them', () => {
    expect(scriptShape({ name: 'own', inline: 'a()\r\nb()\rc()' }).inline).toBe('a()\nb()\nc()');
  });
});

describe('scriptSources', () => {
  it('names an origin once, and the front end by its own word', () => {
    expect(
      sources(
        { name: 'a', src: 'https://cdn.example.org/a.js?x=1' },
        { name: 'b', src: 'https://cdn.example.org:443/b.js' },
        { name: 'c', src: '//other.example.org/c.js' },
        { name: 'd', src: '/own.js' },
      ),
    ).toEqual(['https://cdn.example.org', 'https://other.example.org', "'self'"]);
  });

  it('names inline code by its hash', () => {
    // echo -n 'alert(1)' | openssl dgst -sha384 -binary | openssl base64 -A
    expect(sources({ name: 'own', inline: 'alert(1)' })).toEqual([
      "'sha384-HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW'",
    ]);
  });

  it('allows nothing for what can never run', () => {
    expect(
      sources(
        { name: 'a', src: 'javascript:alert(1)' },
        { name: 'b', src: 'data:text/javascript,alert(1)' },
        { name: 'c', src: 'https://' },
        { name: 'd' },
      ),
    ).toEqual([]);
  });
});
