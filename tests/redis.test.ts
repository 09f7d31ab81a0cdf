import { type Node, startAnotherNode } from './another-node';
import { canariesIn, canaryPerson } from './canary';
import { oneApp } from './one-app';
import { someEmail } from './make';
import { type RedisServer, hasRedis, redisServer } from './redis-server.mjs';
import { API } from './signatures';

/** What is counted of a signature, and of a challenge. */
const COUNTERS = [
  'hour',
  'wide',
  'soft-hour',
  'soft-minute',
  'global',
  'last-hour-0',
  'last-hour-1',
  'challenges',
];

/** What a server says at most once in ten seconds. */
const ALONE = 'Limits are counted by this server alone';

// Where no Redis is installed `npm test` says so.
(hasRedis() ? describe : describe.skip)('R-07: limits that two servers count together', () => {
  let redis: RedisServer;
  let other: Node;
  const { app, make, supporters } = oneApp(
    async () => {
      other = await startAnotherNode();
    },
    async () => {
      redis = await redisServer();
      return { REDIS_URL: redis.url, CAMPAIGN_ACTIONS_RATE_LIMIT: 'on', PROXY_HOPS: '1' };
    },
  );
  afterAll(async () => {
    await other.stop();
    await redis.stop();
  });

  let addresses = 0;
  const freshAddress = (): string => `203.0.113.${(addresses += 1)}`;

  const sign = async (
    to: string,
    action: string,
    from: string,
    person: object = { email: someEmail() },
  ): Promise<number> => {
    const { status } = await fetch(`${to}${API}/actions/${action}/signatures`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from },
      body: JSON.stringify({ data: { givenName: 'Zoë', familyName: 'Example', ...person } }),
    });
    return status;
  };

  /** Signs on both by turns; answers how many were taken. */
  const taken = async (action: string, from: string, count = 20): Promise<number> => {
    let good = 0;
    for (let i = 0; i < count; i += 1)
      if ((await sign(i % 2 === 0 ? app.url : other.url, action, from)) === 202) good += 1;
    return good;
  };

  /** An action that both servers know. */
  const anAction = async (): Promise<string> => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    const patience = Date.now() + 10_000;
    const counter = () => fetch(`${other.url}${API}/actions/${documentId}/counter`);
    while ((await counter()).status !== 200 && Date.now() < patience);
    return documentId;
  };

  /** Until both servers count together again, or are known to count alone. */
  const countsTogether = async (together: boolean): Promise<void> => {
    const patience = Date.now() + 20_000;
    const action = await anAction();
    while (((await taken(action, freshAddress())) === 10) !== together)
      if (Date.now() > patience) throw new Error('It took longer than twenty seconds.');
  };

  it('hold for both as for one', async () => {
    expect(await taken(await anAction(), freshAddress())).toBe(10);
  });

  /** Every key that Redis holds, and what stands under it, as Redis itself says it. */
  const everythingInRedis = async (): Promise<Map<string, string>> => {
    const [count, ...lines] = (await redis.ask('KEYS *')).split('\r\n');
    const keys = lines.filter((_, i) => i % 2 === 1);
    // So that an answer that was cut off does not pass.
    expect(count).toBe(`*${keys.length}`);
    const found = new Map<string, string>();
    for (const key of keys) found.set(key, await redis.ask(`GET ${key}`));
    return found;
  };

  it('are numbers alone, which tell neither who signed nor where from (T-63)', async () => {
    const action = await anAction();
    const person = canaryPerson();
    const [one, network] = ['198.51.100.231', '2001:db8:cafe:f00d'];
    /** An address as text, and as its bytes in hexadecimal. */
    const secrets = [person.email, one, 'c63364e7', network, '20010db8cafe'];
    const givenAway = (kept: Map<string, string>): string[] => {
      const text = [...kept].flat().join('\n').toLowerCase();
      return [...canariesIn(text), ...secrets.filter((secret) => text.includes(secret))];
    };

    const comeAndGo = async (): Promise<Map<string, string>> => {
      await redis.ask('FLUSHALL');
      expect(await sign(app.url, action, one, person)).toBe(202);
      expect(await sign(other.url, action, `${network}::1`, person)).toBe(202);
      const challenge = `${app.url}${API}/actions/${action}/challenge`;
      expect((await fetch(challenge, { headers: { 'X-Forwarded-For': one } })).status).toBe(200);
      return everythingInRedis();
    };
    const countersIn = (kept: Map<string, string>): string[] =>
      [...new Set([...kept.keys()].map((key) => key.split(':')[1] ?? ''))].sort();

    let kept = await comeAndGo();
    // A machine that stands still for a tenth of a second counts alone for a second.
    for (const patience = Date.now() + 10_000; Date.now() < patience;) {
      if (countersIn(kept).length === COUNTERS.length) break;
      kept = await comeAndGo();
    }
    // So that a Redis in which nobody was counted does not pass.
    expect(countersIn(kept)).toEqual([...COUNTERS].sort());
    expect(givenAway(kept)).toEqual([]);
    for (const [key, value] of kept) {
      expect(key).toMatch(/^campaign-actions:[a-z\d-]+:(\d{1,6}|all)$/);
      expect(value).toMatch(/^\$\d\r\n\d+$/);
    }

    // Had one been kept, it would have been found.
    await redis.ask(`SET seen:${one} ${person.email}`);
    expect(givenAway(await everythingInRedis())).toEqual(['kanarienvogel', person.email, one]);
    await redis.ask('FLUSHALL');
  });

  it('hold for each alone while Redis is away, and nobody is refused for it', async () => {
    const action = await anAction();
    await redis.stop();
    try {
      expect(await taken(action, freshAddress())).toBe(20);
      expect((await app.get(`${API}/ready`)).status).toBe(200);
      const before = await supporters.submissions(action);
      for (let i = 0; i < 30; i += 1) expect(await sign(app.url, action, freshAddress())).toBe(202);
      expect(await supporters.submissions(action)).toHaveLength(before.length + 30);
      expect(app.logs.filter((line) => line.includes(ALONE)).length).toBeLessThanOrEqual(3);
    } finally {
      await redis.start();
    }
    await countsTogether(true);
  });

  it('hold for each alone while Redis hangs', async () => {
    const action = await anAction();
    redis.freeze();
    try {
      const from = freshAddress();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => sign(i % 2 ? app.url : other.url, action, from)),
      );
      expect(answers.filter((status) => status === 202)).toHaveLength(20);
    } finally {
      redis.thaw();
    }
    await countsTogether(true);
  });
});
