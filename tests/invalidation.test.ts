import type { Conditions } from '../plugins/campaign-actions/contracts/panel-invalidations';
import { apiTokens } from './api-tokens';
import { canaryPerson } from './canary';
import { invalidating, stuff } from './invalidations';
import { someEmail } from './make';
import { panelUser } from './panel-users';
import { plainPages } from './plain-pages';
import { signing } from './signing';

const { app, make, supporters } = signing();
const editor = invalidating(app);
beforeAll(() => editor.signIn());

const IMPORTED: Conditions = { channels: ['import'] };

const action = async (values: object = {}): Promise<string> =>
  (await make.action({ confirmation: 'none', ...values })).documentId;

const states = async (documentId: string): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const { state } of await supporters.register(documentId))
    counted[state] = (counted[state] ?? 0) + 1;
  return counted;
};

describe('T-11: signatures that turn out to be false', () => {
  it('are looked for first, and nothing changes by it', async () => {
    const documentId = await action();
    await stuff(app, documentId, 700);
    await stuff(app, documentId, 30, { day: '2026-03-03' });
    await supporters.sign(documentId, canaryPerson());
    const found = await editor.look(documentId, IMPORTED);
    expect(found).toMatchObject({
      state: 'looked',
      count: 730,
      of: 731,
      looked: 731,
      days: { '2026-03-02': 700, '2026-03-03': 30 },
      unreadable: 0,
      invalidated: 0,
      conditions: IMPORTED,
    });
    expect(found.sample).toHaveLength(10);
    expect(await states(documentId)).toEqual({ counted: 731 });
    expect((await supporters.ledger(documentId)).signatures).toBe(731);
  });

  it('stop counting while others sign, and at every look the ledger is right', async () => {
    const documentId = await action();
    await stuff(app, documentId, 3000);
    const { id, count } = await editor.look(documentId, IMPORTED);
    expect((await editor.act(documentId, id, 'start', { count })).status).toBe(200);
    let signed = 0;
    let now = await editor.show(documentId, id);
    while (now.state === 'running') {
      expect((await supporters.sign(documentId, { email: someEmail() })).status).toBe(201);
      signed += 1;
      await supporters.ledgerEqualsRows();
      now = await editor.show(documentId, id);
    }
    expect(now).toMatchObject({ state: 'done', invalidated: 3000, left: 0 });
    expect(signed).toBeGreaterThan(0);
    expect(await states(documentId)).toEqual({ counted: signed, invalidated: 3000 });
    expect((await supporters.ledger(documentId)).signatures).toBe(signed);
  });

  it('are left alone from the moment somebody cancels, and all count again when it is undone', async () => {
    const documentId = await action();
    await stuff(app, documentId, 5000);
    const { id, count } = await editor.look(documentId, IMPORTED);
    await editor.act(documentId, id, 'start', { count });
    await editor.becomes(documentId, id, ({ invalidated }) => invalidated > 0);
    expect((await editor.act(documentId, id, 'cancel')).status).toBe(200);
    const cancelled = await editor.show(documentId, id);
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.invalidated).toBeGreaterThan(0);
    expect(cancelled.invalidated).toBeLessThan(5000);
    await supporters.ledgerEqualsRows();
    expect(await states(documentId)).toEqual({
      counted: 5000 - cancelled.invalidated,
      invalidated: cancelled.invalidated,
    });

    expect((await editor.act(documentId, id, 'undo')).status).toBe(200);
    const undone = await editor.becomes(documentId, id, editor.is('undone'));
    expect(undone).toMatchObject({ restored: cancelled.invalidated, left: 0 });
    expect(await states(documentId)).toEqual({ counted: 5000 });
    expect((await supporters.ledger(documentId)).signatures).toBe(5000);
  });

  it('are those that were found, and none that came since', async () => {
    const documentId = await action();
    await stuff(app, documentId, 20);
    const { id, count } = await editor.look(documentId, IMPORTED);
    await stuff(app, documentId, 5);
    await editor.act(documentId, id, 'start', { count });
    await editor.becomes(documentId, id, editor.is('done'));
    expect(await states(documentId)).toEqual({ counted: 5, invalidated: 20 });
  });

  it('stay uncounted when one of them signs again, who gets the answer of all others', async () => {
    const documentId = await action();
    const email = someEmail();
    await supporters.sign(documentId, { email, message: 'Buy now' });
    const { id, count } = await editor.look(documentId, { words: ['BUY'] });
    expect(count).toBe(1);
    await editor.act(documentId, id, 'start', { count });
    await editor.becomes(documentId, id, editor.is('done'));
    const [again, other] = [
      await supporters.sign(documentId, { email }),
      await supporters.sign(documentId, { email: someEmail() }),
    ];
    expect([again.status, again.body.data.status]).toEqual([other.status, other.body.data.status]);
    expect(await states(documentId)).toEqual({ counted: 1, invalidated: 1 });
  });

  it('are left as they are where they were withdrawn or erased meanwhile', async () => {
    const documentId = await action();
    const [withdrawing, erased, staying] = [someEmail(), someEmail(), someEmail()];
    for (const email of [withdrawing, erased, staying])
      await supporters.sign(documentId, { email });
    const { id, count } = await editor.look(documentId, { domains: ['example.org'] });
    expect(count).toBe(3);
    const { withdraw } = await supporters.tokens(withdrawing);
    await supporters.withdraw(withdraw);
    const persons = app.strapi.plugin('campaign-actions').service<{
      erase(email: string, who: string): Promise<unknown>;
    }>('persons');
    await persons.erase(erased, 'a story');
    await editor.act(documentId, id, 'start', { count });
    expect(await editor.becomes(documentId, id, editor.is('done'))).toMatchObject({
      invalidated: 1,
      left: 2,
    });
    expect(await states(documentId)).toEqual({ anonymised: 1, invalidated: 1 });
    // Erased while it did not count, it counts again and names nobody.
    await persons.erase(staying, 'a story');
    await editor.act(documentId, id, 'undo');
    await editor.becomes(documentId, id, editor.is('undone'));
    expect(await states(documentId)).toEqual({ anonymised: 2 });
  });

  it('are found by their network, their form and the rule that had set them aside', async () => {
    const documentId = await action({ holds: { words: 'casino' } });
    const [one, two] = [Buffer.alloc(8, 1), Buffer.alloc(8, 2)];
    await stuff(app, documentId, 12, { network: one });
    await stuff(app, documentId, 3, { network: two });
    await supporters.sign(documentId, { email: someEmail(), message: 'casino' });
    const rows = await supporters.register(documentId);
    const ofTwo = rows.find((row) => (row as { network?: Buffer }).network?.equals(two));
    const same = { sameNetworkAs: [ofTwo?.id.toString('hex') ?? ''] };
    expect((await editor.look(documentId, same)).count).toBe(3);
    expect((await editor.look(documentId, { moreThanFromNetwork: 3 })).count).toBe(12);
    expect((await editor.look(documentId, { moreThanFromNetwork: 12 })).count).toBe(0);

    const admitting = await panelUser(app, ['signatures.invalidate']);
    await app.post(
      `/campaign-actions/actions/${documentId}/held/admit`,
      { data: {} },
      { headers: admitting },
    );
    expect((await editor.look(documentId, { admittedAfter: ['words'] })).count).toBe(1);
    const notStated = { formVersion: 'not-stated' as const, channels: ['web' as const] };
    expect((await editor.look(documentId, notStated)).count).toBe(1);
  });

  it('are found by the door they came in by, which stands with their consents, too', async () => {
    const documentId = await action();
    const token = await apiTokens(app)(['plugin::campaign-actions.signatures.sign-on-behalf']);
    await supporters.sign(documentId, { email: someEmail() });
    expect((await plainPages(app).sign(documentId)).status).toBe(201);
    const onBehalf = await app.post(
      `/api/campaign-actions/actions/${documentId}/signatures`,
      { data: { givenName: 'Zoë', familyName: 'Example', email: someEmail() } },
      { headers: { Authorization: `Bearer ${token}`, 'X-Supporter-Address': '203.0.113.7' } },
    );
    expect(onBehalf.status).toBe(201);
    for (const channel of ['web', 'form', 'api'] as const) {
      const found = await editor.look(documentId, { channels: [channel] });
      expect([channel, found.count]).toEqual([channel, 1]);
    }
    const records = (await supporters.register(documentId)).map(
      ({ consents }) => (JSON.parse(consents) as { channel: string }[])[0]?.channel,
    );
    expect(records.sort()).toEqual(['api', 'form', 'web']);
  });

  it('are told apart from those that nobody can open', async () => {
    const documentId = await action();
    await stuff(app, documentId, 4);
    await supporters.sign(documentId, { email: someEmail(), source: { code: 'bot' } });
    expect(await editor.look(documentId, { source: { code: 'BOT' } })).toMatchObject({
      count: 1,
      unreadable: 4,
    });
  });

  it('are named nowhere: not to whoever decides, not in the audit, not in clear on the disk', async () => {
    const documentId = await action();
    const person = canaryPerson();
    await supporters.sign(documentId, person);
    const domain = person.email.slice(person.email.indexOf('@') + 1);
    const asked = { domains: [domain], words: [person.message] };
    const found = await editor.look(documentId, asked);
    expect(found.count).toBe(1);
    expect(JSON.stringify(found.sample)).not.toMatch(new RegExp(`${domain}|@`));
    await editor.act(documentId, found.id, 'start', { count: 1 });
    await editor.becomes(documentId, found.id, editor.is('done'));
    await editor.act(documentId, found.id, 'undo');
    await editor.becomes(documentId, found.id, editor.is('undone'));
    const { connection } = app.strapi.db;
    const audit: unknown[] = await connection('campaign_actions_audit').where({
      action: documentId,
    });
    expect(audit).toMatchObject([
      { deed: 'signatures.look', who: expect.stringContaining('Editor') as string },
      { deed: 'signatures.invalidate', who: expect.stringContaining('Editor') as string },
      { deed: 'signatures.invalidated' },
      { deed: 'signatures.undo' },
      { deed: 'signatures.undone' },
    ]);
    const said = JSON.stringify([audit, await connection('campaign_actions_invalidations')]);
    expect(said).not.toContain(person.message);
    expect(said).not.toContain(domain);
  });
});

describe('An editor who sets signatures aside', () => {
  it('says why, and which: else nothing begins', async () => {
    const documentId = await action();
    const refused = async (conditions: object, summary?: string) => {
      const { status, body } = await editor.ask(documentId, conditions, summary);
      const { error } = body as { error: { details: { errors: { path: string[] }[] } } };
      return [status, error.details.errors.map(({ path }) => path.join('.'))];
    };
    expect(await refused({})).toEqual([400, ['conditions']]);
    expect(await refused({ countries: ['Canada'] })).toEqual([400, ['conditions.countries.0']]);
    expect(await refused(IMPORTED, ' ')).toEqual([400, ['summary']]);
    expect(await refused(IMPORTED, 'zoe@example.org')).toEqual([400, ['summary']]);
  });

  it('leaves a line in the audit by looking alone, for what is found may tell who signed', async () => {
    const documentId = await action();
    await supporters.sign(documentId, { email: someEmail(), message: 'Stop this.' });
    const { id } = await editor.look(documentId, { words: ['Stop this.'] });
    const lines = await app.strapi.db
      .connection('campaign_actions_audit')
      .where({ action: documentId });
    const details = JSON.stringify({ invalidation: id, summary: 'Stuffed by a machine' });
    expect(lines).toMatchObject([
      { deed: 'signatures.look', who: expect.stringContaining('Editor') as string, details },
    ]);
  });

  it('starts only what they saw, once', async () => {
    const documentId = await action();
    const other = await action();
    await stuff(app, documentId, 3);
    const { id } = await editor.look(documentId, IMPORTED);
    expect((await editor.act(documentId, id, 'start', { count: 4 })).status).toBe(409);
    expect((await editor.act(other, id, 'start', { count: 3 })).status).toBe(404);
    expect((await editor.act(documentId, id, 'undo')).status).toBe(409);
    expect((await editor.act(documentId, id, 'start', { count: 3 })).status).toBe(200);
    expect((await editor.act(documentId, id, 'start', { count: 3 })).status).toBe(409);
    await editor.becomes(documentId, id, editor.is('done'));
  });

  it('sees what was done before', async () => {
    const documentId = await action();
    await stuff(app, documentId, 2);
    const { id } = await editor.look(documentId, IMPORTED);
    const { body } = await app.get<{ data: { id: string }[] }>(editor.at(documentId), {
      headers: editor.headers(),
    });
    expect(body.data.map((each) => each.id)).toEqual([id]);
  });

  it.each(['overview.read', 'signatures.erase'])('is nobody who may only do %s', async (right) => {
    const documentId = await action();
    const headers = await panelUser(app, [right]);
    expect((await app.get(editor.at(documentId), { headers })).status).toBe(403);
    const asked = { data: { summary: 'Why', conditions: IMPORTED } };
    expect((await app.post(editor.at(documentId), asked, { headers })).status).toBe(403);
  });
});

describe('What an editor looked for (T-67)', () => {
  const DAY_MS = 24 * 3_600_000;
  const retainIn = (days: number) =>
    app.strapi
      .plugin('campaign-actions')
      .service<{ run(now: Date): Promise<unknown> }>('retention')
      .run(new Date(Date.now() + days * DAY_MS));

  it('is forgotten after a day when nobody started it, and half a year after its end', async () => {
    const documentId = await action();
    // More than are deleted at once.
    await stuff(app, documentId, 2500);
    const { id: looked } = await editor.look(documentId, IMPORTED);
    const { id: done, count } = await editor.look(documentId, IMPORTED);
    await editor.act(documentId, done, 'start', { count });
    await editor.becomes(documentId, done, editor.is('done'));
    const seen = async () => {
      const { body } = await app.get<{ data: { id: string; conditions: unknown }[] }>(
        editor.at(documentId),
        { headers: editor.headers() },
      );
      return Object.fromEntries(body.data.map(({ id, conditions }) => [id, conditions]));
    };
    await retainIn(0.99);
    expect(await seen()).toEqual({ [looked]: IMPORTED, [done]: IMPORTED });
    await retainIn(1.01);
    expect(await seen()).toEqual({ [done]: IMPORTED });
    const meant = await app.strapi.db
      .connection('campaign_actions_meant')
      .where({ invalidation: Buffer.from(looked, 'hex') });
    expect(meant).toEqual([]);
    await retainIn(182.9);
    expect(await seen()).toEqual({ [done]: IMPORTED });
    await retainIn(183.1);
    expect(await seen()).toEqual({ [done]: null });
  });
});
