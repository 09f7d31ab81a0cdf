import { plainPages, saidOn } from './plain-pages';
import { signing } from './signing';

const { app, make, supporters } = signing();

const { post } = plainPages(app);

describe('What a page without JavaScript cannot send', () => {
  let action: string;
  beforeAll(async () => {
    action = (await make.action()).documentId;
  });
  afterEach(async () => expect(await supporters.submissions(action)).toEqual([]));

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/json', 'text/html', ''])(
    'is of another type, %j: 415 before it is read (T-69, T-50)',
    async (type) => {
      for (const path of [`sign/${action}`, 'confirm', 'withdraw', 'reject']) {
        const answer = await post(path, 'token=x', { 'Content-Type': type });
        expect([answer.status, answer.headers.get('connection')]).toEqual([415, 'close']);
        expect(saidOn(answer)).toMatch(/^This did not work/);
      }
    },
  );

  it('is over 32 KiB (T-51), and says so in the language of the page', async () => {
    const answer = await post(`sign/${action}?locale=fr`, { message: 'a'.repeat(33 * 1024) });
    expect([answer.status, saidOn(answer)]).toEqual([
      413,
      expect.stringMatching(/^C’est trop long/),
    ]);
  });

  it.each([
    ['Latin-1', 'email=zoe%40example.org&givenName=Zo%EB&familyName=E'],
    ['half of a sign', 'email=zoe%40example.org&givenName=%'],
    ['a list', 'email[]=zoe%40example.org&givenName=Zo%C3%AB&familyName=E'],
    ['a group in a group', 'email=zoe%40example.org&answers[a][b]=1'],
    ['a prototype (T-52)', '__proto__=1&email=zoe%40example.org&givenName=Z&familyName=E'],
    ['a prototype in a group (T-52)', 'answers[__proto__]=1&email=zoe%40example.org'],
    ['a constructor (T-52)', 'constructor=1&email=zoe%40example.org&givenName=Z&familyName=E'],
    ['a challenge that nobody solved', 'challenge=eA==&email=zoe%40example.org&givenName=Z'],
    ['nothing', ''],
    ['names without values', 'email&givenName&familyName'],
    ['a great many names', 'a&'.repeat(16_000)],
  ])('is %s', async (_, body) => {
    const answer = await post(`sign/${action}`, body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('zoe');
  });

  it('is sent by another method', async () => {
    for (const path of [`sign/${action}`, 'confirm', 'withdraw', 'reject']) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const { status, headers } = await app.get(`/api/campaign-actions/forms/${path}`, {
          method,
        });
        expect([status, headers.get('allow')]).toEqual([405, 'POST']);
      }
    }
  });

  it('runs or loads nothing in the answer, which is kept and framed by nobody (T-29)', async () => {
    for (const path of [`sign/${action}`, 'confirm']) {
      const { headers, text } = await post(path, {});
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex',
        'access-control-allow-origin': '*',
      });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(policy).not.toMatch(/script-src|unsafe|https?:|\*/);
      expect(text).not.toMatch(/<script|<link| src=|url\(/);
      expect([headers.get('etag'), headers.get('set-cookie')]).toEqual([null, null]);
    }
  });
});
