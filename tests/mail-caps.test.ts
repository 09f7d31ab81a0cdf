import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { mails } from './mails';
import { signatures } from './signatures';
import { setTimeOfDay } from './time-of-day';

const HOUR_MS = 3_600_000;

describe('Mail that strangers could have us send', () => {
  let app: App;
  let supporters: ReturnType<typeof signatures>;
  const actions: string[] = [];

  beforeAll(async () => {
    app = await startApp({
      CAMPAIGN_ACTIONS_RATE_LIMIT: 'on',
      CAMPAIGN_ACTIONS_ALLOW: '127.0.0.1',
      CAMPAIGN_ACTIONS_LARGE_MAIL_PROVIDERS: 'example.org',
      CAMPAIGN_ACTIONS_MAILS_PER_MINUTE: '0',
    });
    supporters = signatures(app);
    const make = maker(app);
    await make.organisation();
    for (let one = 0; one < 20; one += 1) actions.push((await make.action()).documentId);
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => app.destroy());

  const outbox = () => app.strapi.db.connection('campaign_actions_outbox');

  /** The day, hour and minute go on; what waits for its hour is due. */
  const goTo = async (time: Date): Promise<void> => {
    setTimeOfDay(time.getTime());
    await outbox().update({ due_at: new Date(0), leased_until: null });
  };

  const sign = async (action: string | undefined, email: string): Promise<void> => {
    expect((await supporters.sign(action ?? '', { email })).status).toBe(202);
  };
  const sentTo = async (email: string): Promise<number> =>
    (await mails(app.mailDir)).filter(({ to }) => to === email).length;

  it('stops at three for one action and ten for all, silently, until midnight (T-05)', async () => {
    setTimeOfDay('2030-05-01T10:00:00Z');
    const email = someEmail();
    for (let time = 0; time < 5; time += 1) await sign(actions[0], email);
    await supporters.everyMailIsOut();
    expect(await sentTo(email)).toBe(3);
    // A second spelling of the mailbox has no second place.
    await sign(actions[0], email.replace('@', '+again@').toUpperCase());
    for (const action of actions) await sign(action, email);
    await supporters.everyMailIsOut();
    expect(await sentTo(email)).toBe(10);

    await goTo(new Date('2030-05-02T00:00:01Z'));
    await sign(actions[0], email);
    await supporters.everyMailIsOut();
    expect(await sentTo(email)).toBe(11);
  });

  it('does not stop the thank-you for a confirmation (T-05)', async () => {
    const email = someEmail();
    for (let time = 0; time < 4; time += 1) await sign(actions[1], email);
    await supporters.everyMailIsOut();
    for (let nth = 1; nth <= 3; nth += 1)
      await supporters.confirm((await supporters.tokens(email, nth)).confirm);
    await supporters.everyMailIsOut();
    expect(await sentTo(email)).toBe(6);
  });

  it('to a small domain waits for the next hour and all arrives, to a large provider nothing waits (T-05)', async () => {
    await goTo(new Date('2030-06-01T10:00:00Z'));
    const at = async (domain: string): Promise<number> =>
      (await mails(app.mailDir)).filter(({ to }) => to.endsWith(`.${domain}`)).length;
    const everyoneAt = (domain: string, people: number) =>
      Promise.all(
        Array.from({ length: people }, (_, n) => sign(actions[2], `n${n}@mail${n}.${domain}`)),
      );
    await everyoneAt('example.ca', 500);
    const large = someEmail();
    await sign(actions[2], large);
    await supporters.tokens(large);
    /** Whatever waits was told so: nothing is under way that would be put off once more. */
    const areAllPutOff = async (): Promise<boolean> => {
      const now = performance.timeOrigin + performance.now();
      const rows = await outbox().select<{ due_at: Date | number; leased_until: unknown }[]>();
      return rows.every((row) => row.leased_until === null && new Date(row.due_at).getTime() > now);
    };
    for (const left of [300, 100]) {
      const patience = performance.now() + 30_000;
      while (!(await areAllPutOff()) && performance.now() < patience)
        await new Promise((resolve) => setImmediate(resolve));
      const waiting = await supporters.outbox(actions[2] ?? '');
      expect([await at('example.ca'), waiting.length]).toEqual([500 - left, left]);
      await goTo(new Date(Date.now() + HOUR_MS));
    }
    await supporters.everyMailIsOut();
    expect(await at('example.ca')).toBe(500);
  });

  it('is counted under hashes of the day, which say nothing, and go with it', async () => {
    const rows = await app.strapi.db
      .connection('campaign_actions_mail_counts')
      .select<{ day: string; bucket: Buffer }[]>('day', 'bucket');
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set(['9999-12-31', '2030-06-01']));
    for (const { bucket } of rows) expect(bucket.toString()).not.toContain('example');
  });

  it('is stopped by nothing where the limits are off (T-05)', async () => {
    app = await app.restart({ CAMPAIGN_ACTIONS_RATE_LIMIT: 'off' });
    supporters = signatures(app);
    const email = someEmail();
    for (const action of actions) await sign(action, email);
    for (let n = 0; n < 210; n += 1) await sign(actions[3], `n${n}@off.example.fr`);
    await supporters.everyMailIsOut();
    expect(await sentTo(email)).toBe(actions.length);
    expect(
      (await mails(app.mailDir)).filter(({ to }) => to.endsWith('@off.example.fr')),
    ).toHaveLength(210);
  });
});
