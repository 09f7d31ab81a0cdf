import { connect } from 'node:net';
import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { API, type SignatureAnswer, signatures } from './signatures';

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
  let app: App;
  let make: ReturnType<typeof maker>;
  let action: string;

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    action = (await make.action()).documentId;
  });
  afterAll(() => app.destroy());
  afterEach(async () => {
    const supporters = signatures(app);
    expect((await supporters.submissions(action)).length).toBe(0);
    expect((await supporters.outbox(action)).length).toBe(0);
  });

  const send = (body: unknown) =>
    app.post<SignatureAnswer>(`${API}/actions/${action}/signatures`, body);

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

  describe('in an own question of the form', () => {
    let own: string;
    beforeAll(async () => {
      const question = (values: Record<string, unknown>) => ({ field: 'own', ...values });
      const { documentId } = await make.action({
        form: {
          fields: [
            question({
              name: 'membershipNumber',
              label: 'Membership number',
              type: 'text',
              maxLength: 5,
              required: true,
            }),
            question({ name: 'age', label: 'Age', type: 'number' }),
            question({ name: 'birthday', label: 'Birthday', type: 'date' }),
            question({ name: 'group', label: 'Group', type: 'choice', options: 'Youth\nStudents' }),
            question({ name: 'adult', label: 'I am an adult', type: 'checkbox', required: true }),
          ],
          consents: [
            { name: 'rules', text: 'I accept the rules.', required: true, purpose: 'other' },
            { name: 'calls', text: 'Call me.', display: 'yes_no', channel: 'phone' },
          ],
        },
      });
      own = documentId;
    });

    const answers = { membershipNumber: '12345', adult: true };
    const consents = { rules: true, calls: false };
    it.each([
      [
        'a required answer is missing',
        { answers: { adult: true }, consents },
        ['answers', 'membershipNumber'],
        'required',
      ],
      [
        'an answer is too long',
        { answers: { ...answers, membershipNumber: '123456' }, consents },
        ['answers', 'membershipNumber'],
        'too-long',
      ],
      [
        'a number is a word',
        { answers: { ...answers, age: 'ten' }, consents },
        ['answers', 'age'],
        'type',
      ],
      [
        'a date is not a day',
        { answers: { ...answers, birthday: '2001-02-30' }, consents },
        ['answers', 'birthday'],
        'format',
      ],
      [
        'a date is written otherwise',
        { answers: { ...answers, birthday: '1/2/2001' }, consents },
        ['answers', 'birthday'],
        'format',
      ],
      [
        'a choice is none of the options',
        { answers: { ...answers, group: 'Elders' }, consents },
        ['answers', 'group'],
        'not-an-option',
      ],
      [
        'a required box is not ticked',
        { answers: { ...answers, adult: false }, consents },
        ['answers', 'adult'],
        'required',
      ],
      [
        'a required consent is not given',
        { answers, consents: { ...consents, rules: false } },
        ['consents', 'rules'],
        'must-be-given',
      ],
      [
        'a required consent is missing',
        { answers, consents: { calls: true } },
        ['consents', 'rules'],
        'must-be-given',
      ],
      [
        'a yes-or-no question is not answered',
        { answers, consents: { rules: true } },
        ['consents', 'calls'],
        'required',
      ],
    ])('%s', async (_, data, path, code) => {
      const answer = await app.post<SignatureAnswer>(`${API}/actions/${own}/signatures`, {
        data: { email, ...data },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors).toEqual([
        { path, code, message: expect.any(String) as string },
      ]);
    });

    it('takes the right answers', async () => {
      const data = {
        email: someEmail(),
        answers: { ...answers, age: 30, birthday: '2001-02-28', group: 'Youth' },
        consents,
      };
      expect((await app.post(`${API}/actions/${own}/signatures`, { data })).status).toBe(202);
    });
  });

  describe('as bytes', () => {
    const raw = (body: string | Buffer, headers: Record<string, string> = {}) =>
      app.get<SignatureAnswer>(`${API}/actions/${action}/signatures`, {
        method: 'POST',
        body: body as string,
        headers: { 'Content-Type': 'application/json', ...headers },
      });

    it.each([
      ['nothing', ''],
      ['half an object', '{"data":'],
      ['two objects', '{}{}'],
      ['a trailing comma', '{"data":{},}'],
      ['single quotes', "{'data':{}}"],
      ['not a number', '{"data":NaN}'],
      ['a comment', '{"data":{}} // hello'],
      ['Latin-1', Buffer.from('{"data":{"givenName":"Zo\xeb"}}', 'latin1')],
      ['half a UTF-8 character', Buffer.from([0x7b, 0x22, 0xc3, 0x22, 0x7d])],
    ])('is refused when it is no JSON in UTF-8: %s', async (_, body) => {
      const { status, body: answer } = await raw(body);
      expect([status, answer.error.name, answer.error.details.code]).toEqual([
        400,
        'ValidationError',
        'not-json',
      ]);
    });

    it('is refused with a polluted prototype (T-52)', async () => {
      const { status } = await raw(
        `{"data":{"givenName":"Z","familyName":"E","email":"${email}","__proto__":{"admin":true}}}`,
      );
      expect(status).toBe(400);
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });

    it('is refused when it is nested deeper than any form', async () => {
      const { status } = await raw(`{"data":${'['.repeat(5000)}${']'.repeat(5000)}}`);
      expect(status).toBe(400);
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      '',
    ])('is 415 before it is read when its type is %j (T-69)', async (type) => {
      const { status, headers } = await raw('{"data":{}}', { 'Content-Type': type });
      expect(status).toBe(415);
      expect(headers.get('connection')).toBe('close');
    });

    it('is 413 over 32 KiB, said beforehand or found out while reading (T-51)', async () => {
      const body = JSON.stringify({ data: { message: long(33 * 1024) } });
      expect((await raw(body)).status).toBe(413);
      expect(await chunked(app.url, `${API}/actions/${action}/signatures`, body)).toContain(
        'HTTP/1.1 413',
      );
      expect(
        await chunked(app.url, `${API}/actions/${action}/signatures`, '{"data":{}}'),
      ).toContain('HTTP/1.1 400');
    });

    it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('is 405 when sent with %s', async (method) => {
      const { status, headers } = await app.get(`${API}/actions/${action}/signatures`, { method });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    });
  });
});

/** Sends a body in chunks, without saying how long it is; answers what came back. */
const chunked = (url: string, path: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, host } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
      if (answer.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    for (let at = 0; at < body.length; at += 4096) {
      const part = body.slice(at, at + 4096);
      socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    }
    socket.write('0\r\n\r\n');
  });
