import { readPosted, readToken } from './fields';

describe('what a page without JavaScript has posted', () => {
  it('becomes the body that a script would have sent', () => {
    const { json, locale, returnTo } = readPosted([
      ['email', 'zoe@example.org'],
      ['message', 'Stop.\r\nNow.'],
      ['answers[age]', '37'],
      ['consents[newsletter]', 'on'],
      ['consents[calls]', 'false'],
      ['source[utmSource]', 'mail'],
      ['locale', 'fr'],
      ['returnTo', '/#thanks'],
    ]);
    expect(json).toEqual({
      data: {
        email: 'zoe@example.org',
        message: 'Stop.\nNow.',
        locale: 'fr',
        answers: { age: '37' },
        consents: { newsletter: true, calls: false },
        source: { utmSource: 'mail' },
      },
    });
    expect([locale, returnTo]).toEqual(['fr', '/#thanks']);
  });

  it('leaves out what is empty, and takes the last of what comes twice', () => {
    const { json } = readPosted([
      ['city', ''],
      ['answers[why]', ''],
      ['consents[newsletter]', 'false'],
      ['consents[newsletter]', 'true'],
    ]);
    expect(json).toEqual({ data: { consents: { newsletter: true } } });
  });

  it('keeps what no form has, to be refused by its name', () => {
    const { json } = readPosted([
      ['answers', 'x'],
      ['answers[a][b]', '1'],
      ['what[x]', '1'],
    ]);
    expect(json).toEqual({ data: { answers: 'x', 'answers[a][b]': '1', 'what[x]': '1' } });
  });

  it.each(['__proto__', 'answers[__proto__]'])('never touches a prototype: %s', (name) => {
    expect(() => readPosted([[name, '1']])).toThrow('invalid');
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

describe('the code of a mail', () => {
  it.each([
    ['abc', 'abc'],
    [' a b\r\nc ', 'abc'],
    ['https://act.example.org/confirm?locale=fr#token=abc&for=reject', 'abc'],
    ['#token=abc&action=x', 'abc'],
    ['', ''],
  ])('is found in %j', (pasted, token) =>
    expect(readToken([['token', pasted]])).toEqual({ data: { token } }),
  );
});
