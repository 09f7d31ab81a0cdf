import {
  type TestSignature,
  testSignature,
  testSignatureState,
} from '../plugins/campaign-actions/contracts/panel-test-signature';
import type { Answer } from './app';
import { counters } from './counters';
import { type Made, someEmail } from './make';
import { waitForMail } from './mails';
import { marksOfTables } from './own-tables';
import { panelUser } from './panel-users';
import { signing } from './signing';

const ACTION = 'plugin::campaign-actions.action';

interface Retention {
  run(now?: Date): Promise<Record<string, number> | null>;
}

interface Refused {
  error: { name: string; message: string };
}

// Nobody's mailbox is too full for a test, and this domain takes them all within the hour.
const { app, make, supporters, confirmed } = signing({
  CAMPAIGN_ACTIONS_RATE_LIMIT: 'on',
  CAMPAIGN_ACTIONS_LARGE_MAIL_PROVIDERS: 'example.org',
});

type Editor = Record<string, string>;
const tester = (): Promise<Editor> => panelUser(app, ['signatures.test', 'overview.read']);

const ask = (editor: Editor, { documentId }: Pick<Made, 'documentId'>, locale = 'en') =>
  app.post<{ data: TestSignature } & Refused>(
    `/campaign-actions/actions/${documentId}/test-signatures`,
    { data: { locale } },
    { headers: editor },
  );

const start = async (editor: Editor, made: Made, locale = 'en'): Promise<TestSignature> => {
  const answer = await ask(editor, made, locale);
  expect(answer.status).toBe(200);
  return testSignature.parse(answer.body.data);
};

const follow = (editor: Editor, { documentId }: Made, { id }: Pick<TestSignature, 'id'>) =>
  app.get<{ data: unknown }>(`/campaign-actions/actions/${documentId}/test-signatures/${id}`, {
    headers: editor,
  });

const becomes = async (editor: Editor, made: Made, test: TestSignature, state: string) => {
  const patience = Date.now() + 10_000;
  let seen = '';
  while (seen !== state && Date.now() < patience)
    seen = testSignatureState.parse((await follow(editor, made, test)).body.data).state;
  expect(seen).toBe(state);
};

const moved = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table]);

describe('T-13: a test signature', () => {
  it('goes the whole way: mail, link, thank-you', async () => {
    const editor = await tester();
    const made = await make.action({ title: 'Stop it' });
    const test = await start(editor, made);
    expect(test.folder).toBe(app.mailDir);
    const { confirm, mail } = await supporters.tokens(test.to);
    expect(mail.subject).toBe('[Test] Please confirm your e-mail address');
    expect(mail.text).toContain('This is a test. Its links work, and nothing is counted.');
    expect(mail.text).toContain('Stop it');
    await becomes(editor, made, test, 'sent');

    expect((await supporters.confirm(confirm)).status).toBe(200);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    await becomes(editor, made, test, 'confirmed');
    const thanks = await waitForMail(app.mailDir, test.to, 2);
    expect(thanks.subject).toBe('[Test] Thank you');
    expect((await supporters.submissions(made.documentId)).map(({ state }) => state)).toEqual([
      'done',
    ]);
  });

  it('speaks the language that is asked for, and greets whoever started it', async () => {
    const editor = await tester();
    const made = await make.action({
      locale: 'fr',
      title: 'Arrêtez',
      mails: { confirmText: 'Bonjour {givenName}', thanksText: 'Merci {givenName}' },
    });
    const { to } = await start(editor, made, 'fr-CA');
    const users = app.strapi.db.query('admin::user');
    await users.update({ where: { email: to }, data: { firstname: 'Ada' } });
    await start(editor, made, 'fr-CA');
    const { confirm, mail } = await supporters.tokens(to, 2);
    expect(mail.subject).toBe('[Essai] Veuillez confirmer votre adresse courriel');
    expect(mail.text).toContain('Bonjour Ada');
    await supporters.confirm(confirm);
    expect((await waitForMail(app.mailDir, to, 3)).text).toContain('Merci Ada');
  });

  it('is never counted: a hundred of them move neither ledger, register, tallies nor history', async () => {
    const made = await make.action();
    await confirmed(made.documentId, someEmail());
    const { read, becomes: counts } = counters(app);
    const counter = await counts(made.documentId, 1);
    const before = await marksOfTables(app);
    const page = await app.get(`/api/campaign-actions/actions/${made.documentId}`);

    const byOne = async (): Promise<void> => {
      const editor = await tester();
      const twenty = Array.from({ length: 20 }, (_, at) => at + 1);
      const [{ to } = { to: '' }] = await Promise.all(twenty.map(() => start(editor, made)));
      const links = await Promise.all(twenty.map((nth) => supporters.tokens(to, nth)));
      const answers = await Promise.all(links.map(({ confirm }) => supporters.confirm(confirm)));
      expect(answers.map(({ status }) => status)).toEqual(twenty.map(() => 200));
      const { status, body } = await ask(editor, made);
      expect([status, body.error.name]).toEqual([429, 'RateLimitError']);
      await waitForMail(app.mailDir, to, 40);
    };
    for (let users = 0; users < 5; users += 1) await byOne();

    await supporters.everyMailIsOut();
    expect(moved(before, await marksOfTables(app)).sort()).toEqual(MOVED_BY_ANY_MAIL);
    expect(await supporters.submissions(made.documentId)).toHaveLength(101);
    expect(await read(made.documentId)).toEqual(counter);
    const after = await app.get(`/api/campaign-actions/actions/${made.documentId}`);
    expect(after.headers.get('etag')).toBe(page.headers.get('etag'));
  });

  it('is gone after seven days', async () => {
    const editor = await tester();
    const made = await make.action();
    const [left, done] = [await start(editor, made), await start(editor, made)];
    const { confirm } = await supporters.tokens(left.to, 2);
    await supporters.confirm(confirm);
    await becomes(editor, made, done, 'confirmed');
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const erase = (now: Date) =>
      app.strapi.plugin('campaign-actions').service<Retention>('retention').run(now);
    await erase(inDays(7));
    expect(await supporters.submissions(made.documentId)).toHaveLength(2);
    await erase(inDays(8));
    expect(await supporters.submissions(made.documentId)).toHaveLength(0);
    await becomes(editor, made, done, 'gone');
    expect((await supporters.confirm(confirm)).status).toBe(410);
  });

  it('is taken back by its links, which change nothing else', async () => {
    const editor = await tester();
    const made = await make.action();
    const first = await start(editor, made);
    const links = await supporters.tokens(first.to);
    const before = await marksOfTables(app);
    expect((await supporters.reject(links.reject)).status).toBe(200);
    expect((await supporters.reject(links.reject)).status).toBe(200);
    await becomes(editor, made, first, 'rejected');
    expect((await supporters.confirm(links.confirm)).status).toBe(410);
    expect(moved(before, await marksOfTables(app))).toEqual(['campaign_actions_submissions']);

    // Nobody is left in peace by that: the address may sign, and try again.
    await confirmed(made.documentId, first.to);
    const second = await start(editor, made);
    const { confirm, mail } = await supporters.tokens(second.to, 4);
    expect(mail.subject).toMatch('[Test]');
    await supporters.confirm(confirm);
    const { withdraw } = await supporters.tokens(second.to, 5);
    expect((await supporters.withdraw(withdraw)).status).toBe(200);
    expect(await supporters.ledger(made.documentId)).toMatchObject({ signatures: 1 });
    expect(await supporters.register(made.documentId)).toHaveLength(1);
  });

  it.each([
    ['asks no confirmation', { confirmation: 'none' }],
    ['is not open yet', { opensAt: '2099-01-01T00:00:00.000Z' }],
    ['is closed', { closesAt: '2020-01-01T00:00:00.000Z' }],
  ])('works on an action that %s', async (_, values) => {
    const editor = await tester();
    const made = await make.action(values);
    const { to } = await start(editor, made);
    const { confirm } = await supporters.tokens(to);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    expect((await supporters.ledger(made.documentId)).signatures).toBe(0);
  });

  it('does not wait to be confirmed for anybody who counts, nor keeps its action from being deleted', async () => {
    const editor = await tester();
    const made = await make.action();
    await start(editor, made);
    const { body } = await app.get<{ data: { waiting: number } }>(
      `/campaign-actions/actions/${made.documentId}/counter`,
      { headers: editor },
    );
    expect(body.data.waiting).toBe(0);
    await app.strapi.documents(ACTION).delete({ documentId: made.documentId } as never);
  });

  it('is for published actions alone, and says so', async () => {
    const editor = await tester();
    const made = await make.action({ status: 'draft' });
    const refused = async (of: Pick<Made, 'documentId'>): Promise<Answer<Refused>> => {
      const answer = await ask(editor, of);
      expect(answer.status).toBe(400);
      return answer;
    };
    expect((await refused(made)).body.error.message).toBe(
      'Publish the action first: then a test can go the whole way.',
    );
    await refused({ documentId: 'nobody' });
    const published = await make.action();
    await refused({ documentId: published.slug });
    const { documentId } = published;
    await app.strapi.documents(ACTION).unpublish({ documentId, locale: 'en' } as never);
    await refused(published);
  });

  it('is started by whoever may, for their own mailbox, and by no public door', async () => {
    const made = await make.action();
    const editor = await tester();
    expect((await ask({}, made)).status).toBe(401);
    const other = await panelUser(app, ['overview.read']);
    expect((await ask(other, made)).status).toBe(403);
    const to = someEmail();
    const path = `/campaign-actions/actions/${made.documentId}/test-signatures`;
    const named = await app.post(path, { data: { locale: 'en', email: to } }, { headers: editor });
    expect(named.status).toBe(400);
    const publicly = await supporters.sign(made.documentId, { email: to, channel: 'test' });
    expect(publicly.body.error.details.errors).toEqual([
      expect.objectContaining({ path: ['channel'], code: 'unknown' }),
    ]);
    const test = await start(editor, made);
    expect((await follow(other, made, test)).status).toBe(403);
    expect((await follow(editor, made, { id: 'x' })).status).toBe(404);
    await becomes(editor, await make.action(), test, 'gone');
  });
});

const MOVED_BY_ANY_MAIL = ['campaign_actions_mail_counts', 'campaign_actions_submissions'];
