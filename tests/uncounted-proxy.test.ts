import { ready } from '../plugins/campaign-actions/contracts/ready';
import { someEmail } from './make';
import { oneApp } from './one-app';
import { API } from './signatures';

const { app, make, supporters } = oneApp(undefined, () =>
  Promise.resolve({ CAMPAIGN_ACTIONS_RATE_LIMIT: 'on', PROXY_HOPS: '0' }),
);

const warnings = async (): Promise<string[]> => {
  const { status, body } = await app.get(`${API}/ready`);
  expect(status).toBe(200);
  return ready.parse(body).data.warnings;
};

const sign = async (action: string, headers: Record<string, string> = {}): Promise<number> => {
  const data = { givenName: 'Zoë', familyName: 'Example', email: someEmail() };
  const path = `${API}/actions/${action}/signatures`;
  return (await app.post(path, { data }, { headers })).status;
};

describe('T-04: behind a proxy that PROXY_HOPS does not count', () => {
  it('a country can sign, whoever asks later is told of it, and the limits hold for all others', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    expect(await warnings()).toEqual([]);
    const through = Array.from({ length: 100 }, (_, i) =>
      sign(documentId, { 'X-Forwarded-For': `203.0.113.${i}` }),
    );
    expect(new Set(await Promise.all(through))).toEqual(new Set([202]));
    expect(await supporters.submissions(documentId)).toHaveLength(100);
    // A monitor comes another way than supporters.
    expect(await warnings()).toEqual(['proxy-hops']);
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) statuses.push(await sign(documentId));
    expect(statuses).toEqual([...Array<number>(10).fill(202), 428, 428]);
  });
});
