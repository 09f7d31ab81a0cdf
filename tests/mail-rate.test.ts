import { type App, startApp } from './app';
import { mailServer } from './mail-server';
import { maker } from './make';
import { API, signatures } from './signatures';
import { setTimeOfDay } from './time-of-day';

const PER_MINUTE = 100;
const MINUTE_MS = 60_000;
/** Fifty minutes of mail, or ten where each of them takes far longer to make. */
const PEOPLE = process.env.DATABASE_CLIENT === 'postgres' ? 1000 : 5000;
const DOMAINS = 100;
const AT_ONCE = 50;

// As fast as those minutes can be made to pass.
jest.setTimeout(300_000);

describe('More mail than may leave in a minute', () => {
  let app: App;
  let server: Awaited<ReturnType<typeof mailServer>>;

  beforeAll(async () => {
    server = await mailServer();
    app = await startApp({
      CAMPAIGN_ACTIONS_RATE_LIMIT: 'on',
      CAMPAIGN_ACTIONS_ALLOW: '127.0.0.1',
      CAMPAIGN_ACTIONS_MAILS_PER_MINUTE: String(PER_MINUTE),
      SMTP_URL: server.url,
    });
  });
  afterEach(() => jest.useRealTimers());
  afterAll(async () => {
    await app.destroy();
    await server.stop();
  });

  const until = async (reached: () => boolean | Promise<boolean>): Promise<void> => {
    const patience = performance.now() + 20_000;
    while (!(await reached()) && performance.now() < patience)
      await new Promise((resolve) => setImmediate(resolve));
    expect(await reached()).toBe(true);
  };

  const warnings = async (): Promise<string[]> =>
    (await app.get<{ data: { warnings: string[] } }>(`${API}/ready`)).body.data.warnings;

  const toldOperator = (): number =>
    app.logs.filter((line) => line.includes(`${PER_MINUTE} a minute is the most`)).length;

  it('waits for the next one, nothing is lost, and the operator is told (T-57)', async () => {
    const minute = Date.parse('2030-05-01T10:00:00Z');
    setTimeOfDay(minute);
    const action = (await maker(app).action()).documentId;
    const emails = Array.from(
      { length: PEOPLE },
      (_, n) => `someone-${n}@town${n % DOMAINS}.example`,
    );
    for (let at = 0; at < PEOPLE; at += AT_ONCE) {
      const answers = emails
        .slice(at, at + AT_ONCE)
        .map((email) => signatures(app).sign(action, { email }));
      for (const { status } of await Promise.all(answers)) expect(status).toBe(202);
    }
    for (let minutes = 1; minutes * PER_MINUTE < PEOPLE; minutes += 1) {
      await until(() => server.delivered.length === minutes * PER_MINUTE);
      await until(async () => (await warnings()).includes('mail-per-minute'));
      // The worker says so when it asks for room the next time, which comes after the last mail.
      await until(() => toldOperator() === minutes);
      expect(server.delivered).toHaveLength(minutes * PER_MINUTE);
      setTimeOfDay(minute + minutes * MINUTE_MS);
      await app.strapi.db.connection('campaign_actions_outbox').update({ due_at: new Date(0) });
    }
    await signatures(app).everyMailIsOut();
    expect(server.delivered.map(({ mail }) => mail.to).sort()).toEqual([...emails].sort());
  });
});
