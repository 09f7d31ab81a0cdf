import { challengeAnswer } from '../plugins/campaign-actions/contracts/challenge';
import { apiTokens } from './api-tokens';
import { oneApp } from './one-app';
import { someEmail } from './make';
import { API, type SignatureAnswer } from './signatures';
import { solve } from './solve';
import type { Answer } from './app';
import type { Challenge } from 'altcha-lib';

interface Refusal {
  error: { name: string; details: { code?: string; challenge?: Challenge } };
}

// One proxy of ours stands in front, so a story can come from whichever address it needs.
const { app, make, supporters, restart } = oneApp(undefined, () =>
  Promise.resolve({
    CAMPAIGN_ACTIONS_RATE_LIMIT: 'on',
    PROXY_HOPS: '1',
    CAMPAIGN_ACTIONS_ALLOW: '198.18.0.0/15',
    CAMPAIGN_ACTIONS_BLOCK: '192.0.2.66,2001:db8:bad::/48',
  }),
);

const apiToken = apiTokens(app);

let addresses = 0;
/** An address that no other story signs from. */
const freshAddress = (): string => {
  addresses += 1;
  return `203.0.${addresses >> 8}.${addresses & 255}`;
};

const post = (action: string, from: string, more: Record<string, unknown> = {}) =>
  app.post<SignatureAnswer & Refusal>(
    `${API}/actions/${action}/signatures`,
    { data: { givenName: 'Zoë', familyName: 'Example', email: someEmail(), ...more } },
    { headers: { 'X-Forwarded-For': from } },
  );

/** Sends so many, some at a time, and counts the answers by status. */
const many = async (
  count: number,
  send: () => Promise<Answer>,
): Promise<Record<number, number>> => {
  const statuses: Record<number, number> = {};
  for (let sent = 0; sent < count; sent += 20) {
    const answers = await Promise.all(Array.from({ length: Math.min(20, count - sent) }, send));
    for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
};

const challengeFor = async (action: string, from: string): Promise<Challenge> => {
  const headers = { 'X-Forwarded-For': from };
  const answer = await app.get<{ data: Challenge }>(`${API}/actions/${action}/challenge`, {
    headers,
  });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  challengeAnswer.parse(answer.body);
  return answer.body.data;
};

describe('T-01: many signatures from one address', () => {
  it('are taken up to six hundred within the hour where no challenge is ever asked for', async () => {
    const { documentId } = await make.action({ challenge: 'never' });
    const from = freshAddress();
    expect(await many(700, () => post(documentId, from))).toEqual({ 202: 600, 429: 100 });
    expect(await supporters.submissions(documentId)).toHaveLength(600);
    const refused = await post(documentId, from);
    expect(refused.body.error.name).toBe('RateLimitError');
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect((await post(documentId, freshAddress())).status).toBe(202);
  });

  it('cost a challenge each after the tenth within a minute, and are taken when it is solved', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    const from = freshAddress();
    expect(await many(200, () => post(documentId, from))).toEqual({ 202: 10, 428: 190 });
    expect(await supporters.submissions(documentId)).toHaveLength(10);
    const asked = await post(documentId, from);
    const { name, details } = asked.body.error;
    expect([asked.status, name, details.code]).toEqual([
      428,
      'PreconditionRequiredError',
      'challenge-due',
    ]);
    const challenge = await solve(details.challenge as Challenge);
    expect((await post(documentId, from, { challenge })).status).toBe(202);
    expect(await supporters.submissions(documentId)).toHaveLength(11);
  });

  it('cost a challenge from the first where an editor always asks for one', async () => {
    const { documentId } = await make.action({ challenge: 'always' });
    const from = freshAddress();
    expect((await post(documentId, from)).status).toBe(428);
    const challenge = await solve(await challengeFor(documentId, from));
    expect((await post(documentId, from, { challenge })).status).toBe(202);
  });

  it('do not count while a field is missing', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    const from = freshAddress();
    expect(await many(30, () => post(documentId, from, { givenName: null }))).toEqual({ 400: 30 });
    expect((await post(documentId, from)).status).toBe(202);
  });
});

describe('The operator’s lists', () => {
  it('let as many come from a network of theirs as there are', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    expect(await many(30, () => post(documentId, '198.18.4.4'))).toEqual({ 202: 30 });
  });

  it.each(['192.0.2.66', '::ffff:192.0.2.66', '2001:db8:bad:1::1'])('refuse %s', async (from) => {
    const { documentId } = await make.action();
    const { status, body } = await post(documentId, from);
    expect([status, body.error.name]).toEqual([403, 'ForbiddenError']);
    expect(await supporters.submissions(documentId)).toHaveLength(0);
  });
});

describe('T-04: the address that counts', () => {
  it('is the one that our own proxy saw, whatever the client wrote in front of it', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    const from = freshAddress();
    const forged = (): string => `${freshAddress()}, ${freshAddress()}, ${from}`;
    expect(await many(20, () => post(documentId, forged()))).toEqual({ 202: 10, 428: 10 });
  });

  it('is not the one of a body (T-05)', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    const from = freshAddress();
    const email = someEmail();
    expect(await many(20, () => post(documentId, from, { email }))).toEqual({ 202: 10, 428: 10 });
    expect(await many(20, () => post(documentId, freshAddress(), { email }))).toEqual({ 202: 20 });
  });

  it('cannot be named by a browser, nor without a token that may', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    const from = freshAddress();
    const named = (authorization: Record<string, string>) =>
      app.post(
        `${API}/actions/${documentId}/signatures`,
        { data: { givenName: 'Zoë', familyName: 'Example', email: someEmail() } },
        {
          headers: {
            'X-Forwarded-For': from,
            'X-Supporter-Address': freshAddress(),
            ...authorization,
          },
        },
      );
    const token = await apiToken([]);
    expect(await many(20, () => named({}))).toEqual({ 202: 10, 428: 10 });
    expect((await named({ Authorization: `Bearer ${token}` })).status).toBe(428);
    expect((await named({ Authorization: 'Bearer nonsense' })).status).toBe(428);
    const preflight = await app.get(`${API}/actions/${documentId}/signatures`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/supporter/i);
  });

  it('is named by a server whose token may, so that a hundred visitors of its are a hundred', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    const from = freshAddress();
    const authorization = {
      Authorization: `Bearer ${await apiToken(['plugin::campaign-actions.signatures.sign-on-behalf'])}`,
    };
    const named = (address: string) =>
      app.post(
        `${API}/actions/${documentId}/signatures`,
        { data: { givenName: 'Zoë', familyName: 'Example', email: someEmail() } },
        { headers: { 'X-Forwarded-For': from, 'X-Supporter-Address': address, ...authorization } },
      );
    expect(await many(100, () => named(freshAddress()))).toEqual({ 202: 100 });
    const one = freshAddress();
    expect(await many(20, () => named(one))).toEqual({ 202: 10, 428: 10 });
    expect((await app.get(`${API}/on-behalf`, { headers: authorization })).status).toBe(200);
  });

  it('a server learns whether its token may', async () => {
    const token = await apiToken([]);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await app.get(`${API}/on-behalf`, { headers })).status).toBe(403);
    expect((await app.get(`${API}/on-behalf`)).status).toBe(403);
  });
});

describe('T-03: more signatures within a minute than the whole server expects', () => {
  const EXPECTED = 20;

  // The last stories here: from now on the server expects no more.
  beforeAll(() =>
    restart({}, { 'campaign-actions': { config: { limits: { globalPerMinute: EXPECTED } } } }),
  );

  /** As many sign as are expected within the minute, each from an address of their own. */
  const crowd = async (): Promise<void> => {
    const { documentId } = await make.action({ challenge: 'never' });
    expect(await many(EXPECTED, () => post(documentId, freshAddress()))).toEqual({ 202: EXPECTED });
  };

  it('cost people who never signed before a challenge each, and are taken when it is solved', async () => {
    const { documentId } = await make.action({ challenge: 'when_busy' });
    expect((await post(documentId, freshAddress())).status).toBe(202);
    await crowd();
    expect(await many(50, () => post(documentId, freshAddress()))).toEqual({ 428: 50 });
    expect(await supporters.submissions(documentId)).toHaveLength(1);
    const from = freshAddress();
    const { status, body } = await post(documentId, from);
    expect([status, body.error.details.code]).toEqual([428, 'challenge-due']);
    const challenge = await solve(body.error.details.challenge as Challenge);
    expect((await post(documentId, from, { challenge })).status).toBe(202);
    expect(await supporters.submissions(documentId)).toHaveLength(2);
  });

  it('are all taken at once where no challenge is ever asked for', async () => {
    await crowd();
    const { documentId } = await make.action({ challenge: 'never' });
    expect(await many(200, () => post(documentId, freshAddress()))).toEqual({ 202: 200 });
    expect(await supporters.submissions(documentId)).toHaveLength(200);
    const busy = await make.action({ challenge: 'when_busy' });
    expect((await post(busy.documentId, freshAddress())).status).toBe(428);
  });
});
