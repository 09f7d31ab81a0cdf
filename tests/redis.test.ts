import { type Node, startAnotherNode } from './another-node';
import { oneApp } from './one-app';
import { someEmail } from './make';
import { type RedisServer, hasRedis, redisServer } from './redis-server.mjs';
import { API } from './signatures';

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

  const sign = async (to: string, action: string, from: string): Promise<number> => {
    const { status } = await fetch(`${to}${API}/actions/${action}/signatures`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from },
      body: JSON.stringify({
        data: { givenName: 'Zoë', familyName: 'Example', email: someEmail() },
      }),
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
