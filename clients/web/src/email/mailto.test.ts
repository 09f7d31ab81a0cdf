import { addressesOf, mailto } from './mailto';

describe('A mail program', () => {
  it('is handed the addresses, the subject and the text with its lines', () => {
    expect(
      mailto(['a+b@example.org', 'c@example.org'], 'Stop & think', 'Dear Sir,\n\nStop?'),
    ).toEqual({
      href: 'mailto:a%2Bb@example.org,c@example.org?subject=Stop%20%26%20think&body=Dear%20Sir%2C%0D%0A%0D%0AStop%3F',
      whole: true,
    });
  });

  it('gets no text that is too long to be handed over', () => {
    const { href, whole } = mailto([], 'Stop', 'x'.repeat(2000));
    expect(whole).toBe(false);
    expect(href).toBe('mailto:?subject=Stop');
  });
});

describe('The addresses of an action', () => {
  it('are found where an editor writes addresses, each once', () => {
    const letter = {
      salutation: null,
      body: null,
      closing: null,
      talkingPoints: [],
      recipient: { name: 'Embassy', postalAddress: 'Ottawa\n<embassy@example.org>' },
    };
    const target = {
      name: 'Minister',
      role: null,
      postalAddress: 'embassy@example.org, m@b.example',
    };
    expect(addressesOf({ letter, targets: [target] })).toEqual([
      'embassy@example.org',
      'm@b.example',
    ]);
  });
});
