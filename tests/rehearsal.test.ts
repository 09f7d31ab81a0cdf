import { rm } from 'node:fs/promises';
import type { Challenge } from 'altcha-lib';
import {
  confirmationRehearsed,
  countedRehearsed,
} from '../plugins/campaign-actions/contracts/signing';
import type { Answer } from './app';
import { type Made, someEmail } from './make';
import { mails } from './mails';
import { oneApp } from './one-app';
import { marksOfTables } from './own-tables';
import { previews } from './previews';
import { API, type SignatureAnswer } from './signatures';
import { solve } from './solve';

const ACTION = 'plugin::campaign-actions.action';

// One proxy of ours stands in front, so a story can come from whichever address it needs.
const { app, make, supporters } = oneApp(
  async ({ make }) => {
    await make.locale('fr');
    await make.organisation();
  },
  () =>
    Promise.resolve({
      CAMPAIGN_ACTIONS_RATE_LIMIT: 'on',
      CAMPAIGN_ACTIONS_BLOCK: '192.0.2.66',
      PROXY_HOPS: '1',
    }),
);

let addresses = 0;
/** An address that no other story signs from. */
const freshAddress = (): string => `203.0.113.${(addresses += 1)}`;

type Said = Record<string, unknown>;
interface Refusal {
  error: { details: { challenge?: Challenge } };
}

const post = (
  { documentId }: Pick<Made, 'documentId'>,
  query: string,
  data: Said = {},
  headers: Record<string, string> = {},
): Promise<Answer<SignatureAnswer & Refusal>> =>
  app.post(
    `${API}/actions/${documentId}/signatures${query}`,
    { data: { givenName: 'Zoë', familyName: 'Example', email: someEmail(), ...data } },
    { headers: { 'X-Forwarded-For': freshAddress(), ...headers } },
  );

const rehearse = async (
  made: Made,
  data: Said = {},
  headers: Record<string, string> = {},
  token = previews(app).token('action', made),
) => {
  const answer = await post(made, `?preview=${token}`, data, headers);
  if (answer.status === 201) countedRehearsed.parse(answer.body);
  if (answer.status === 202) confirmationRehearsed.parse(answer.body);
  return answer;
};

const publish = ({ documentId }: Made) =>
  app.strapi.documents(ACTION).publish({ documentId, locale: 'en' } as never);

const statuses = (answers: Answer[]): number[] => answers.map(({ status }) => status);
const errorsOf = ({ body }: Answer<SignatureAnswer>) =>
  body.error.details.errors?.map(({ path, code }) => [path.join('.'), code]);

describe.each(['early', 'routed'])('a rehearsal on the %s way', (way) => {
  const headers = async () => (way === 'early' ? {} : previews(app).routed());

  it.each([
    ['required', 202],
    ['none', 201],
  ])(
    'is answered like a signature (%s), and leaves nothing (T-32)',
    async (confirmation, status) => {
      const draft = await make.action({ status: 'draft', confirmation });
      const onTheWay = await headers();
      const before = await marksOfTables(app);
      const rehearsed = await rehearse(draft, {}, onTheWay);
      expect(rehearsed.status).toBe(status);
      expect(rehearsed.headers.get('referrer-policy')).toBe('no-referrer');
      expect(rehearsed.headers.get('cache-control')).toBe('no-store');
      expect(await marksOfTables(app)).toEqual(before);

      await publish(draft);
      const published = await marksOfTables(app);
      const again = await rehearse(draft, {}, onTheWay);
      expect(await marksOfTables(app)).toEqual(published);
      await supporters.everyMailIsOut();
      expect(await mails(app.mailDir)).toHaveLength(0);

      // The counter of the first action is the one of the second: nobody has signed either.
      const real = await post({ documentId: (await make.action({ confirmation })).documentId }, '');
      const { action, counter, ...said } = again.body.data;
      expect([again.status, Object.keys(again.body).sort()]).toEqual([status, ['data', 'meta']]);
      expect(real.status).toBe(status);
      expect(said.status).toBe(real.body.data.status);
      expect([action, counter.total]).toEqual([draft.documentId, 0]);
      await supporters.everyMailIsOut();
      for (const { file } of await mails(app.mailDir)) await rm(file);
    },
  );

  it('leaves no token in the log (T-32)', async () => {
    const draft = await make.action({ status: 'draft' });
    const token = previews(app).token('action', draft);
    expect((await rehearse(draft, {}, await headers(), token)).status).toBe(202);
    expect((await rehearse(draft, { email: 'x' }, await headers(), token)).status).toBe(400);
    expect(app.logs.join('\n')).not.toContain(token);
  });

  it('is refused like an action that does not exist, and never signs in its place', async () => {
    const [draft, published] = [await make.action({ status: 'draft' }), await make.action()];
    const { token } = previews(app);
    const nothing = (await post({ documentId: 'nobody' }, '', {}, await headers())).text;
    const before = await marksOfTables(app);
    for (const made of [draft, published]) {
      for (const wrong of ['', 'x', token('action', made, 61), token('campaign', made)]) {
        const answer = await rehearse(made, {}, await headers(), wrong);
        expect([answer.status, answer.text]).toEqual([404, nothing]);
      }
    }
    expect((await post(draft, '', {}, await headers())).text).toBe(nothing);
    expect(await marksOfTables(app)).toEqual(before);
  });
});

describe('a rehearsal', () => {
  it('of a campaign’s action takes the campaign’s token', async () => {
    const [named, other] = [
      await make.action({ status: 'draft' }),
      await make.action({ status: 'draft' }),
    ];
    const campaign = await make.campaign({ status: 'draft', action: named.documentId });
    const token = previews(app).token('campaign', campaign);
    expect((await rehearse(named, {}, {}, token)).status).toBe(202);
    expect((await rehearse(other, {}, {}, token)).status).toBe(404);
  });

  it('is checked against the form of the draft, in the language of the body', async () => {
    const made = await make.action();
    await app.strapi.documents(ACTION).update({
      documentId: made.documentId,
      locale: 'fr',
      data: {
        title: 'Action',
        form: {
          fields: [{ field: 'own', name: 'membre', type: 'text', label: 'Membre', required: true }],
          consents: [{ name: 'regles', text: 'J’accepte.', required: true, display: 'checkbox' }],
        },
      },
    } as never);
    const said = { givenName: undefined, familyName: undefined, locale: 'fr' };
    const wrong = await rehearse(made, said);
    expect(wrong.status).toBe(400);
    expect(errorsOf(wrong)).toEqual([
      ['answers.membre', 'required'],
      ['consents.regles', 'must-be-given'],
    ]);
    const right = { ...said, answers: { membre: '7' }, consents: { regles: true } };
    expect((await rehearse(made, right)).status).toBe(202);
    expect(errorsOf(await rehearse(made, { channel: 'test' }))).toEqual([['channel', 'unknown']]);
  });

  it('names the version of the form that the draft shows, or one that was published', async () => {
    const made = await make.action();
    const versionOf = async (query = '') => {
      const path = `${API}/actions/${made.documentId}${query}`;
      const { body } = await app.get<{ data: { form: { version: string } } }>(path);
      return body.data.form.version;
    };
    const published = await versionOf();
    await app.strapi.documents(ACTION).update({
      documentId: made.documentId,
      locale: 'en',
      data: { form: { submitLabel: 'Act now', fields: [] } },
    } as never);
    const shown = await versionOf(`?status=draft&preview=${previews(app).token('action', made)}`);
    expect(shown).not.toBe(published);
    const bare = { givenName: undefined, familyName: undefined };
    expect((await rehearse(made, { ...bare, formVersion: shown })).status).toBe(202);
    expect((await rehearse(made, { formVersion: shown })).status).toBe(400);
    expect((await rehearse(made, { formVersion: published })).status).toBe(202);
    const unknown = await rehearse(made, { ...bare, formVersion: 'f'.repeat(64) });
    expect(errorsOf(unknown)).toEqual([['formVersion', 'unknown-version']]);
  });

  it.each([
    ['scheduled', { opensAt: '2099-01-01T00:00:00.000Z' }],
    ['closed', { closesAt: '2020-01-01T00:00:00.000Z' }],
  ])('is taken while the action is %s, and says so', async (state, times) => {
    const draft = await make.action({ status: 'draft', ...times });
    const { status, body } = await rehearse(draft);
    expect([status, body.data.counter.state]).toEqual([202, state]);
  });

  it('asks for a challenge as the draft says, and uses none up', async () => {
    const draft = await make.action({ status: 'draft', challenge: 'always' });
    const asked = await rehearse(draft);
    expect(asked.status).toBe(428);
    const before = await marksOfTables(app);
    const token = previews(app).token('action', draft);
    const { body } = await app.get<{ data: Challenge }>(
      `${API}/actions/${draft.documentId}/challenge?preview=${token}`,
    );
    for (const each of [asked.body.error.details.challenge as Challenge, body.data]) {
      const challenge = await solve(each);
      expect(
        statuses([await rehearse(draft, { challenge }), await rehearse(draft, { challenge })]),
      ).toEqual([202, 202]);
    }
    expect(errorsOf(await rehearse(draft, { challenge: 'bm9uZQ==' }))).toEqual([
      ['challenge', 'not-solved'],
    ]);
    expect((await app.get(`${API}/actions/${draft.documentId}/challenge`)).status).toBe(404);
    expect(await marksOfTables(app)).toEqual(before);
  });

  it('counts among what may come from one address', async () => {
    const made = await make.action({ challenge: 'when_busy' });
    const from = { 'X-Forwarded-For': freshAddress() };
    const answers: Answer[] = [];
    for (let i = 0; i < 9; i += 1) answers.push(await rehearse(made, {}, from));
    answers.push(await post(made, '', {}, from));
    expect(statuses(answers)).toEqual(Array(10).fill(202));
    expect((await rehearse(made, {}, from)).status).toBe(428);
    expect((await post(made, '', {}, from)).status).toBe(428);
    expect((await rehearse(made, {}, { 'X-Forwarded-For': '192.0.2.66' })).status).toBe(403);
    expect(await supporters.submissions(made.documentId)).toHaveLength(1);
  });
});
