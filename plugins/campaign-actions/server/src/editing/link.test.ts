import { isLink, isSafeAddress, isWebAddress } from './link';

describe('isLink', () => {
  it.each([
    'https://amnesty.ca',
    'https://amnesty.ca/act?x=1&y=a|b#top',
    'HTTP://EXAMPLE.ORG/',
    'https://fr.wikipedia.org/wiki/L’Humanité',
    "https://fr.wikipedia.org/wiki/L'Humanité",
    'https://xn--bcher-kva.example/ü',
    'http://localhost:3000/page',
    'mailto:info@amnesty.ca',
    'mailto:info@amnesty.ca?subject=Letter%20to%20Russia',
    'tel:+1-613-555-0123',
    'tel:6135550123',
  ])('lets %s through (T-43)', (text) => {
    expect(isLink(text)).toBe(true);
  });
});

/** Each of these has led somewhere it should not, in some browser or parser. */
const HOSTILE_LINKS = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ftp://example.org/file',
  'blob:https://example.org/1',
  'about:blank',
  'view-source:https://example.org',
  'ws://example.org',
  'intent://scan/#Intent;end',
  'x-apple:foo',
  '//example.org',
  '/\\example.org',
  '\\\\example.org',
  '/relative',
  'relative',
  '#anchor',
  '?query',
  'www.amnesty.ca',
  'https:',
  'https:example.org',
  'https:/example.org',
  'https:///example.org',
  'https:\\\\example.org',
  'https://',
  'https://?',
  'https://user@example.org',
  'https://amnesty.ca:x@evil.example',
  'https://exa mple.org',
  'https://example.org/a b',
  'https://example.org/\u0000',
  'https://example.org/\u202egro.elpmaxe',
  'https://example.org/\u200b',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>',
  'https://[::1',
  'https://example.org:99999/',
  'mailto:',
  'mailto:nobody',
  'mailto:a@b@c',
  'mailto:a@example.org\nBcc:x@example.org',
  'mailto://a@example.org',
  'tel:',
  'tel:call-me',
  'tel:+1<script>',
  `https://example.org/${'a'.repeat(2000)}`,
  '',
  ' ',
];

describe('a hostile link', () => {
  it.each(HOSTILE_LINKS)('is refused: %j (T-43)', (text) => {
    expect(isLink(text)).toBe(false);
    expect(isWebAddress(text)).toBe(false);
    expect(isSafeAddress(text)).toBe(false);
  });
});

describe('isSafeAddress', () => {
  it.each(['https://cdn.example.org/a.js', 'http://localhost:1337/a.js', 'http://127.0.0.1/a.js'])(
    'takes %s',
    (text) => {
      expect(isSafeAddress(text)).toBe(true);
    },
  );

  it.each(['http://cdn.example.org/a.js', 'http://localhost.example.org/', 'mailto:a@example.org'])(
    'refuses %s',
    (text) => {
      expect(isSafeAddress(text)).toBe(false);
    },
  );
});
