import { readLink } from './read';

describe('a link of a mail', () => {
  it('says what it is for', () => {
    expect(readLink('#token=abc&action=k3b1')).toEqual({
      purpose: 'confirm',
      token: 'abc',
      action: 'k3b1',
    });
    expect(readLink('https://act.example.org/confirm?x=1#token=abc&for=withdraw')).toEqual({
      purpose: 'withdraw',
      token: 'abc',
      action: null,
    });
    expect(readLink(' #tok\nen=abc&for=reject ')?.purpose).toBe('reject');
    expect(readLink('#token=abc&for=erase-everything')?.purpose).toBe('confirm');
  });

  it('may be a bare code, which does not', () =>
    expect(readLink(' ab\r\nc ')).toEqual({ purpose: null, token: 'abc', action: null }));

  it.each(['', ' ', '#', '#top', '#token='])('is nothing in %j', (text) =>
    expect(readLink(text)).toBeNull(),
  );
});
