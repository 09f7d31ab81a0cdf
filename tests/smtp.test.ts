import { type App, startApp } from './app';
import { mailServer } from './mail-server';
import { tokenIn } from './mails';
import { maker, someEmail } from './make';
import { signatures } from './signatures';
import { setTimeOfDay } from './time-of-day';

interface Retention {
  run(now?: Date): Promise<unknown>;
}

/** What somebody types who would like to send our mail to somebody else. */
const ADDRESSES = [
  'zoe@example.org\r\nRCPT TO:<max@evil.example>',
  'zoe@example.org\nBcc: max@evil.example',
  'zoe@example.org>\r\nRCPT TO:<max@evil.example',
  'zoe@example.org> RCPT TO:<max@evil.example',
  'zoe@example.org\u0000max@evil.example',
  'zoe@example.org\u2028max@evil.example',
  'zoe@example.org, max@evil.example',
  'zoe@example.org,max@evil.example',
  'zoe@example.org;max@evil.example',
  'zoe@example.org max@evil.example',
  'zoe@example.org SIZE=1',
  '<zoe@example.org>',
  'Zoë <zoe@example.org>',
  '"max@evil.example" <zoe@example.org>',
  '"max@evil.example"@example.org',
  '"max@evil.example> RCPT TO:<zoe"@example.org',
  '@evil.example:zoe@example.org',
  'friends:zoe@example.org,max@evil.example;',
  'zoe@example.org (max@evil.example)',
  'zoe(max@evil.example)@example.org',
  'max@evil.example@example.org',
  'zoe@[127.0.0.1]',
  'max%evil.example@example.org',
  'evil.example!max@example.org',
  '=?utf-8?q?max=40evil.example=0d=0a?=@example.org',
  "o'neill@example.org",
  '{zoe}|sh@example.org',
  '`id`@example.org',
  '-oQ/tmp@example.org',
  '$zoe@example.org',
];

const NAMES = [
  'Zoë\r\nBcc: max@evil.example',
  'Zoë\nSubject: Buy',
  'Zoë\r\n\r\n.\r\nMAIL FROM:<max@evil.example>',
  'Zoë\u0000',
  'Zoë\u0085Bcc: max@evil.example',
  'Zoë" <max@evil.example>, "',
  'Zoë <max@evil.example>',
  'max@evil.example,',
  '=?utf-8?q?=0d=0aBcc:_max=40evil.example?=',
  '%0d%0aBcc: max@evil.example',
  '\\r\\nBcc: max@evil.example',
  '.',
];

/** What some server, on some way, may take for the end of a line. */
const BREAKS = [
  '\r\n',
  '\n',
  '\r',
  '\u0000',
  '\u000b',
  '\u000c',
  '\u0085',
  '\u2028',
  '%0d%0a',
  '\\n',
];
/** What would stand in the line that begins there. */
const LINES = [
  'RCPT TO:<max@evil.example>',
  'Bcc: max@evil.example',
  '.\r\nMAIL FROM:<max@evil.example>',
  'Content-Type: text/html',
];
const injected = (begin: string): string[] =>
  BREAKS.flatMap((lineBreak) => LINES.map((line) => `${begin}${lineBreak}${line}`));

const DAY = 24 * 3600 * 1000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const midnightAfter = (day: string): number => new Date(`${day}T00:00:00Z`).getTime() + DAY;

describe('Mail over SMTP', () => {
  let app: App;
  let server: Awaited<ReturnType<typeof mailServer>>;
  let make: ReturnType<typeof maker>;
  let action: string;

  beforeAll(async () => {
    server = await mailServer();
    app = await startApp({ SMTP_URL: server.url, MAIL_FROM: 'campaigns@example.org' });
    make = maker(app);
    await make.organisation({ name: 'Example Organisation' });
    action = (await make.action({ title: 'Stop the violence' })).documentId;
  });
  afterAll(async () => {
    await app.destroy();
    await server.stop();
  });

  const sign = (data: object) => signatures(app).sign(action, { ...data });

  it('reaches the supporter alone, with a link that confirms', async () => {
    const email = someEmail();
    expect((await sign({ email })).status).toBe(202);
    const { recipients, sender, mail } = await server.takes(email);
    expect([recipients, sender]).toEqual([[email], 'campaigns@example.org']);
    expect(mail).toMatchObject({
      to: email,
      from: 'campaigns@example.org',
      subject: 'Please confirm your e-mail address',
    });
    expect(mail.html).toContain('<html lang="en"');
    expect(mail.headers).toMatchObject({ 'auto-submitted': 'auto-generated' });
    expect(mail.headers).not.toHaveProperty('cc');
    const confirm = await signatures(app).confirm(tokenIn(mail.links[0]));
    expect([confirm.status, confirm.body.data.status]).toEqual([200, 'confirmed']);
    expect((await server.takes(email, 2)).mail.subject).toBe('Thank you');
  });

  it('that is refused for the moment is sent again, and arrives once', async () => {
    const email = someEmail();
    app.logs.length = 0;
    server.refuseNext(1);
    expect((await sign({ email })).status).toBe(202);
    await server.takes(email);
    await signatures(app).everyMailIsOut();
    expect(server.delivered.filter(({ mail }) => mail.to === email)).toHaveLength(1);
    const log = app.logs.join('\n');
    expect(log).toContain('A mail waits to be tried again (try 1)');
    expect(log).not.toContain(email);
  });

  it('waits while the mail server is away, and signing goes on (R-08)', async () => {
    await server.stop();
    const emails = Array.from({ length: 5 }, () => someEmail());
    app.logs.length = 0;
    for (const email of emails) expect((await sign({ email })).status).toBe(202);
    expect(await signatures(app).outbox(action)).toHaveLength(emails.length);
    await server.start();
    for (const email of emails) {
      const { mail } = await server.takes(email);
      const { status } = await signatures(app).confirm(tokenIn(mail.links[0]));
      expect(status).toBe(200);
    }
    await signatures(app).everyMailIsOut();
    for (const email of emails) {
      const subjects = server.delivered
        .filter(({ mail }) => mail.to === email)
        .map(({ mail }) => mail.subject);
      expect(subjects).toEqual(['Please confirm your e-mail address', 'Thank you']);
    }
  });

  describe('when the mail server is away for days (R-08, T-67)', () => {
    const retain = (now: number) =>
      app.strapi.plugin('campaign-actions').service<Retention>('retention').run(new Date(now));
    const signedMeanwhile = async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await server.stop();
      expect((await signatures(app).sign(documentId, { email })).status).toBe(202);
      const submissions = () => signatures(app).submissions(documentId);
      return { email, submissions, at: Date.now() };
    };
    afterEach(() => jest.useRealTimers());

    it('gives whoever waited five days the whole week from when their mail came', async () => {
      const { email, submissions, at } = await signedMeanwhile();
      const sentAt = at + 5 * DAY;
      await retain(sentAt);
      setTimeOfDay(sentAt);
      await server.start();
      const { mail } = await server.takes(email);
      await signatures(app).everyMailIsOut();
      const [row] = await submissions();
      expect(row?.expires_on).toBe(dayOf(at + 12 * DAY));
      const end = midnightAfter(dayOf(at + 12 * DAY));
      await retain(end - 1000);
      setTimeOfDay(end - 1000);
      expect((await signatures(app).confirm(tokenIn(mail.links[0]))).status).toBe(200);
    });

    it('erases after fourteen days who could not be asked in fifteen, and sends them nothing', async () => {
      const { email, submissions, at } = await signedMeanwhile();
      const end = midnightAfter(dayOf(at + 14 * DAY));
      await retain(end - 1000);
      expect(await submissions()).toHaveLength(1);
      await retain(end);
      expect(await submissions()).toEqual([]);
      setTimeOfDay(at + 15 * DAY);
      await server.start();
      await signatures(app).everyMailIsOut();
      expect(server.delivered.filter(({ mail }) => mail.to === email)).toEqual([]);
    });
  });

  it('that a mailbox refuses is given up and noted, without the address (R-09)', async () => {
    const gone = someEmail('gone');
    app.logs.length = 0;
    server.judges((recipient) => (recipient === gone ? 550 : 'takes'));
    expect((await sign({ email: gone })).status).toBe(202);
    await signatures(app).everyMailIsOut();
    const { connection } = app.strapi.db;
    const [submission] = (await connection('campaign_actions_submissions').whereIn(
      'id',
      connection('campaign_actions_bounces').where({ action }).select('row_id'),
    )) as { state: string }[];
    expect(submission).toMatchObject({ state: 'waiting' });
    expect(await connection('campaign_actions_bounces').where({ action })).toHaveLength(1);
    expect(app.logs.join('\n')).toContain('A mailbox takes no mail');
    expect(app.logs.join('\n')).not.toContain(gone);
    server.judges(() => 'takes');
  });

  it('waits for nobody else’s domain: one hangs, one refuses for now, the others arrive (R-09)', async () => {
    server.judges((recipient) => {
      if (recipient.endsWith('hangs.example')) return 'hangs';
      return recipient.endsWith('greylists.example') ? 451 : 'takes';
    });
    for (let n = 0; n < 25; n += 1) await sign({ email: `n${n}@hangs.example` });
    for (let n = 0; n < 5; n += 1) await sign({ email: `n${n}@greylists.example` });
    const emails = Array.from({ length: 5 }, (_, n) => `n${n}@healthy${n}.example`);
    for (const email of emails) await sign({ email });
    for (const email of emails) expect((await server.takes(email)).recipients).toEqual([email]);
    const unhealthy = server.delivered.filter(({ mail }) => /hangs|greylists/.test(mail.to));
    expect(unhealthy).toEqual([]);
    await app.strapi.db.connection('campaign_actions_outbox').delete();
    server.judges(() => 'takes');
    // Cuts those that hang, so that nothing is under way when the next story begins.
    await server.stop();
    await server.start();
  });

  it('goes to nobody else, whatever is typed as an address or a name (T-34)', async () => {
    const before = server.delivered.length;
    let taken = 0;
    const tried = [
      ...[...ADDRESSES, ...injected('zoe@example.org')].map((email) => ({ email })),
      ...[...NAMES, ...injected('Zoë')].map((givenName) => ({ givenName, email: someEmail() })),
      ...NAMES.map((familyName) => ({ familyName, email: someEmail() })),
    ];
    expect(tried.length).toBeGreaterThan(120);
    for (const data of tried) {
      const { status } = await sign(data);
      expect([data, [202, 400].includes(status)]).toEqual([data, true]);
      if (status === 202) taken += 1;
    }
    expect((await sign({ email: 'Zoë <zoe@example.org>' })).status).toBe(400);
    await signatures(app).everyMailIsOut();
    // What hung in the story before may come now.
    const sent = server.delivered
      .slice(before)
      .filter(({ mail }) => !/(hangs|greylists)\.example$/.test(mail.to));
    expect(taken).toBeGreaterThan(10);
    expect(sent).toHaveLength(taken);
    const addresses = new Set<string>(tried.map(({ email }) => email));
    for (const { recipients, sender, mail } of sent) {
      expect(recipients).toEqual([mail.to]);
      expect(addresses.has(mail.to)).toBe(true);
      expect([sender, mail.from]).toEqual(['campaigns@example.org', 'campaigns@example.org']);
      expect(mail.subject).toBe('Please confirm your e-mail address');
      expect(Object.keys(mail.headers)).not.toEqual(expect.arrayContaining(['bcc']));
      expect(JSON.stringify(mail.headers)).not.toMatch(/evil\.example(?!.*@example\.org)/);
    }
  });
});
