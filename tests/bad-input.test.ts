import { unsigned } from './bad-input';
import type { SignatureAnswer } from './signatures';

/** A body that is right, with one thing made wrong; and what the answer has to name. */
type Case = [what: string, data: unknown, path: (string | number)[], code: string];

const email = 'zoe@example.org';
const name = { givenName: 'Zoë', familyName: 'Example' };
const right = { ...name, email };
const long = (length: number): string => 'a'.repeat(length);

const cases: Case[] = [
  ['no body at all', undefined, [], 'required'],
  ['null', null, [], 'type'],
  ['a list', [], [], 'type'],
  ['a string', 'sign', [], 'type'],
  ['a number', 1, [], 'type'],
  ['an empty form', {}, ['email'], 'required'],
  ['a length that is none', { ...right, leaveEmpty: { length: { toString: '' } } }, [], 'format'],
  ['no e-mail', { ...name }, ['email'], 'required'],
  ['an e-mail that is null', { ...name, email: null }, ['email'], 'required'],
  ['an empty e-mail', { ...name, email: '' }, ['email'], 'required'],
  ['an e-mail of spaces', { ...name, email: '   ' }, ['email'], 'required'],
  ['an e-mail that is a list', { ...name, email: [email] }, ['email'], 'type'],
  ['an e-mail that is an object', { ...name, email: { $ne: null } }, ['email'], 'type'],
  ['an e-mail that is a number', { ...name, email: 7 }, ['email'], 'type'],
  ['an e-mail that is true', { ...name, email: true }, ['email'], 'type'],
  ['an e-mail without @', { ...name, email: 'zoe.example.org' }, ['email'], 'format'],
  ['an e-mail without a domain', { ...name, email: 'zoe@' }, ['email'], 'format'],
  ['an e-mail without a name', { ...name, email: '@example.org' }, ['email'], 'format'],
  ['two e-mails', { ...name, email: 'zoe@example.org,max@example.org' }, ['email'], 'format'],
  [
    'an e-mail with a second recipient',
    { ...name, email: 'zoe@example.org\nBcc: max@example.org' },
    ['email'],
    'characters',
  ],
  [
    'an e-mail with a display name',
    { ...name, email: 'Zoë <zoe@example.org>' },
    ['email'],
    'format',
  ],
  ['an e-mail at a host without a dot', { ...name, email: 'zoe@localhost' }, ['email'], 'format'],
  ['an e-mail at an address', { ...name, email: 'zoe@[127.0.0.1]' }, ['email'], 'format'],
  ['an e-mail in quotes', { ...name, email: '"zoe"@example.org' }, ['email'], 'format'],
  [
    'an e-mail that quotes another one',
    { ...name, email: '"max@example.org> RCPT TO:<zoe"@example.org' },
    ['email'],
    'format',
  ],
  ['an e-mail with a space', { ...name, email: 'zoe example@example.org' }, ['email'], 'format'],
  ['an e-mail with two dots', { ...name, email: 'zoe..x@example.org' }, ['email'], 'format'],
  [
    'an e-mail that is too long',
    { ...name, email: `${long(64)}@${long(200)}.org` },
    ['email'],
    'too-long',
  ],
  [
    'an e-mail that is far too long',
    { ...name, email: `${long(2000)}@example.org` },
    ['email'],
    'too-long',
  ],
  ['an e-mail with NUL', { ...name, email: 'zoe\u0000@example.org' }, ['email'], 'characters'],
  [
    'an e-mail with a sign that nobody sees',
    { ...name, email: 'zoe\u200e@example.org' },
    ['email'],
    'characters',
  ],
  ['no first name', { familyName: 'Example', email }, ['givenName'], 'required'],
  ['an empty first name', { ...right, givenName: '' }, ['givenName'], 'required'],
  ['a first name of spaces', { ...right, givenName: ' \u3000 ' }, ['givenName'], 'required'],
  ['a first name that is null', { ...right, givenName: null }, ['givenName'], 'required'],
  ['a first name that is a number', { ...right, givenName: 1 }, ['givenName'], 'type'],
  ['a first name that is a list', { ...right, givenName: ['Zoë'] }, ['givenName'], 'type'],
  ['a first name that is an object', { ...right, givenName: {} }, ['givenName'], 'type'],
  ['a first name that is too long', { ...right, givenName: long(81) }, ['givenName'], 'too-long'],
  [
    'a first name of two lines',
    { ...right, givenName: 'Zoë\nBcc: x' },
    ['givenName'],
    'characters',
  ],
  [
    'a first name with a carriage return',
    { ...right, givenName: 'Zoë\rX' },
    ['givenName'],
    'characters',
  ],
  ['a first name with a tab', { ...right, givenName: 'Zoë\tX' }, ['givenName'], 'characters'],
  [
    'a first name with a control character',
    { ...right, givenName: 'Zo\u0007' },
    ['givenName'],
    'characters',
  ],
  [
    'a first name that turns the writing around',
    { ...right, givenName: '\u202eeoZ' },
    ['givenName'],
    'characters',
  ],
  [
    'a first name with half a character',
    { ...right, givenName: 'Zo\ud83d' },
    ['givenName'],
    'characters',
  ],
  ['a last name that is too long', { ...right, familyName: long(81) }, ['familyName'], 'too-long'],
  ['a country that does not exist', { ...right, country: 'XX' }, ['country'], 'not-an-option'],
  ['a country written out', { ...right, country: 'Canada' }, ['country'], 'too-long'],
  ['a country that is a number', { ...right, country: 124 }, ['country'], 'type'],
  [
    'a postal code that is too long',
    { ...right, postalCode: long(17) },
    ['postalCode'],
    'too-long',
  ],
  ['a message that is too long', { ...right, message: long(1001) }, ['message'], 'too-long'],
  [
    'a message with a control character',
    { ...right, message: 'Stop\u0000' },
    ['message'],
    'characters',
  ],
  [
    'a web address as a last name (T-40)',
    { ...right, familyName: 'see evil.com' },
    ['familyName'],
    'link',
  ],
  [
    'a web address as a postal code (T-40)',
    { ...right, postalCode: 'www.evil' },
    ['postalCode'],
    'link',
  ],
  [
    'a formula as a first name (T-41)',
    { ...right, givenName: '\u200b=HYPERLINK("x")' },
    ['givenName'],
    'first-character',
  ],
  [
    'a name that turns the writing around (T-53)',
    { ...right, givenName: 'Zo\u202eë' },
    ['givenName'],
    'characters',
  ],
  ['a name of nothing visible', { ...right, givenName: '\u3164\u200b' }, ['givenName'], 'required'],
  ['a message that is a list', { ...right, message: ['Stop'] }, ['message'], 'type'],
  [
    'a field that the form does not have',
    { ...right, phone: '+1 613 555 0100' },
    ['phone'],
    'unknown',
  ],
  ['a field that nobody has', { ...right, admin: true }, ['admin'], 'unknown'],
  ['a channel chosen by the sender (T-13)', { ...right, channel: 'test' }, ['channel'], 'unknown'],
  ['a state chosen by the sender', { ...right, state: 'counted' }, ['state'], 'unknown'],
  ['a row id chosen by the sender', { ...right, id: long(32) }, ['id'], 'unknown'],
  [
    'a constructor (T-52)',
    { ...right, constructor: { prototype: {} } },
    ['constructor'],
    'unknown',
  ],
  [
    'an answer to a question that was not asked',
    { ...right, answers: { shoeSize: '42' } },
    ['answers', 'shoeSize'],
    'unknown',
  ],
  ['answers that are a list', { ...right, answers: [] }, ['answers'], 'type'],
  ['answers that are a string', { ...right, answers: 'none' }, ['answers'], 'type'],
  [
    'a required answer that is missing',
    { ...right, answers: {}, toQuestions: true },
    ['toQuestions'],
    'unknown',
  ],
  [
    'a consent that was not asked for',
    { ...right, consents: { everything: true } },
    ['consents', 'everything'],
    'unknown',
  ],
  [
    'a consent that is a word',
    { ...right, consents: { newsletter: 'yes' } },
    ['consents', 'newsletter'],
    'type',
  ],
  [
    'a consent that is 1',
    { ...right, consents: { newsletter: 1 } },
    ['consents', 'newsletter'],
    'type',
  ],
  ['consents that are a list', { ...right, consents: ['newsletter'] }, ['consents'], 'type'],
  ['a source that is a string', { ...right, source: 'mail' }, ['source'], 'type'],
  [
    'a source with an unknown part',
    { ...right, source: { ip: '192.0.2.1' } },
    ['source', 'ip'],
    'unknown',
  ],
  [
    'a source that is too long',
    { ...right, source: { utmSource: long(201) } },
    ['source', 'utmSource'],
    'too-long',
  ],
  ['a locale that is a number', { ...right, locale: 1 }, ['locale'], 'type'],
  ['a locale that is too long', { ...right, locale: long(36) }, ['locale'], 'too-long'],
  [
    'a form version that does not exist',
    { ...right, formVersion: 'f'.repeat(64) },
    ['formVersion'],
    'unknown-version',
  ],
  [
    'a form version that is no version',
    { ...right, formVersion: 'latest' },
    ['formVersion'],
    'unknown-version',
  ],
  ['a form version that is a list', { ...right, formVersion: [] }, ['formVersion'], 'type'],
  ['a challenge that is an object', { ...right, challenge: {} }, ['challenge'], 'type'],
  ['a challenge that is too long', { ...right, challenge: long(4097) }, ['challenge'], 'too-long'],
  ['a honeypot that is a number', { ...right, leaveEmpty: 1 }, ['leaveEmpty'], 'type'],
];

describe('A body that is not right', () => {
  const { app, address } = unsigned();

  const send = (body: unknown) => app.post<SignatureAnswer>(address(), body);

  it.each(cases)('is refused with its path and a code: %s', async (_, data, path, code) => {
    const { status, body, text } = await send(data === undefined ? {} : { data });
    expect(status).toBe(400);
    expect(body.data).toBeNull();
    expect(body.error.name).toBe('ValidationError');
    expect(body.error.details.errors).toContainEqual({
      path,
      code,
      message: expect.any(String) as string,
    });
    // What was sent is never repeated in the answer.
    expect(text).not.toContain('zoe@example.org');
  });

  it('names every wrong place at once', async () => {
    const { body } = await send({ data: { givenName: 1, email: 'x', country: 'XX', extra: true } });
    const paths = body.error.details.errors?.map(({ path }) => path.join('.')).sort();
    expect(paths).toEqual(['country', 'email', 'extra', 'familyName', 'givenName']);
  });
});
