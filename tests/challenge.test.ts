import type { Challenge } from 'altcha-lib';
import { type Node, startAnotherNode } from './another-node';
import type { Answer } from './app';
import { oneApp } from './one-app';
import { someEmail } from './make';
import { API, type SignatureAnswer } from './signatures';
import { solve } from './solve';

const { app, make, supporters } = oneApp();

const bodyOf = (challenge: string, email = someEmail()) => ({
  data: { givenName: 'Zoë', familyName: 'Example', email, challenge },
});

const solvedFor = async (action: string): Promise<string> => {
  const { body } = await app.get<{ data: Challenge }>(`${API}/actions/${action}/challenge`);
  return solve(body.data);
};

const post = (action: string, body: object, to = ''): Promise<Answer<SignatureAnswer>> =>
  to === ''
    ? app.post<SignatureAnswer>(`${API}/actions/${action}/signatures`, body)
    : fetch(`${to}${API}/actions/${action}/signatures`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }).then(async (response) => ({
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as SignatureAnswer,
        text: '',
      }));

const statuses = (answers: Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** Another node learns of an action within a second. */
const knownTo = async ({ url }: Node, action: string): Promise<void> => {
  const patience = Date.now() + 10_000;
  const counter = () => fetch(`${url}${API}/actions/${action}/counter`);
  while ((await counter()).status !== 200 && Date.now() < patience);
};

describe('T-06: a solved challenge', () => {
  it.each(['required', 'none'])('pays for one signature of fifty (%s)', async (confirmation) => {
    const { documentId } = await make.action({ challenge: 'always', confirmation });
    const challenge = await solvedFor(documentId);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(documentId, bodyOf(challenge))),
    );
    const good = confirmation === 'required' ? 202 : 201;
    expect(statuses(answers)).toEqual({ [good]: 1, 409: 49 });
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.details.code).toBe('challenge-used');
    const rows = await Promise.all([
      supporters.submissions(documentId),
      supporters.register(documentId),
    ]);
    expect(rows.flat()).toHaveLength(1);
    await supporters.ledgerEqualsRows();
  });

  it('pays for the same body however often it is sent, which is stored once (R-21)', async () => {
    const { documentId } = await make.action({ challenge: 'always' });
    const body = bodyOf(await solvedFor(documentId));
    const together = await Promise.all(Array.from({ length: 50 }, () => post(documentId, body)));
    expect(statuses(together)).toEqual({ 202: 50 });
    expect((await post(documentId, body)).status).toBe(202);
    expect(await supporters.submissions(documentId)).toHaveLength(1);
  });

  it('is not used up where a field was wrong', async () => {
    const { documentId } = await make.action({ challenge: 'always' });
    const challenge = await solvedFor(documentId);
    expect((await post(documentId, bodyOf(challenge, 'nobody'))).status).toBe(400);
    expect((await post(documentId, bodyOf(challenge))).status).toBe(202);
  });

  describe('on two nodes', () => {
    let other: Node;
    beforeAll(async () => {
      other = await startAnotherNode();
    });
    afterAll(() => other.stop());

    it('pays once', async () => {
      const { documentId } = await make.action({ challenge: 'always' });
      await knownTo(other, documentId);
      const challenge = await solvedFor(documentId);
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          post(documentId, bodyOf(challenge), i % 2 === 0 ? '' : other.url),
        ),
      );
      expect(statuses(answers)).toEqual({ 202: 1, 409: 49 });
      expect(await supporters.submissions(documentId)).toHaveLength(1);
    });

    it('pays for the same body on both', async () => {
      const { documentId } = await make.action({ challenge: 'always' });
      await knownTo(other, documentId);
      const body = bodyOf(await solvedFor(documentId));
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) => post(documentId, body, i % 2 === 0 ? '' : other.url)),
      );
      expect(statuses(answers)).toEqual({ 202: 50 });
      expect(await supporters.submissions(documentId)).toHaveLength(1);
    });
  });
});

describe('T-07: a challenge', () => {
  it('is good for its own action alone', async () => {
    const [one, other] = [
      await make.action({ challenge: 'always' }),
      await make.action({ challenge: 'when_busy' }),
    ];
    const challenge = await solvedFor(one.documentId);
    const { status, body } = await post(other.documentId, bodyOf(challenge));
    expect([status, body.error.details.errors]).toEqual([
      400,
      [expect.objectContaining({ path: ['challenge'], code: 'not-solved' })],
    ]);
    expect((await post(one.documentId, bodyOf(challenge))).status).toBe(202);
  });

  it('is asked for by nobody where the action is closed or unknown', async () => {
    const { documentId } = await make.action({ closesAt: '2020-01-01T00:00:00.000Z' });
    expect((await app.get(`${API}/actions/${documentId}/challenge`)).status).toBe(410);
    expect((await app.get(`${API}/actions/nothing/challenge`)).status).toBe(404);
  });
});
