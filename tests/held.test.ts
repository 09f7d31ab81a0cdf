import { type Held, admitted } from '../plugins/campaign-actions/contracts/panel-held';
import type { App } from './app';
import { mails } from './mails';
import { someEmail } from './make';
import { panelUser } from './panel-users';
import { signing } from './signing';

const { app, make, supporters } = signing();

const base = '/campaign-actions/actions';
let editor: Record<string, string>;
beforeAll(async () => {
  editor = await panelUser(app, ['overview.read', 'signatures.invalidate']);
});

const held = async (action: string): Promise<Held> => {
  const { status, body } = await app.get<{ data: Held }>(`${base}/${action}/held`, {
    headers: editor,
  });
  expect(status).toBe(200);
  return body.data;
};

const admit = async (action: string, because?: string) => {
  const answer = await app.post<{ data: unknown }>(
    `${base}/${action}/held/admit`,
    { data: because ? { because } : {} },
    { headers: editor },
  );
  expect(answer.status).toBe(200);
  return admitted.parse(answer.body.data);
};

const RULES = [
  ['a throw-away mailbox', { throwaway: true }, { email: 'zoe@mailinator.com' }, 'throwaway'],
  ['a domain', { domains: 'example.net\nexample.com' }, { email: 'zoe@example.com' }, 'domain'],
  ['a country', { countries: 'FR, CA' }, { country: 'CA' }, 'country'],
  ['words of the message', { words: 'buy now' }, { message: 'Please BUY NOW.' }, 'words'],
  ['the field that people do not see', null, { leaveEmpty: 'yes' }, 'honeypot'],
] as const;

describe('T-12: a signature that a rule sets aside', () => {
  describe.each(['required', 'none'])('where confirmation is %s', (confirmation) => {
    it.each(RULES)(
      'for %s gets the answer of all others, and waits',
      async (_, holds, said, why) => {
        const { documentId } = await make.action({ confirmation, ...(holds ? { holds } : {}) });
        const other = await supporters.sign(documentId, { email: someEmail() });
        const before = await supporters.ledger(documentId);
        const registered = (await supporters.register(documentId)).length;
        const answer = await supporters.sign(documentId, { email: someEmail(), ...said });
        expect([answer.status, answer.body.data.status]).toEqual([
          other.status,
          other.body.data.status,
        ]);
        expect(await supporters.ledger(documentId)).toEqual(before);
        expect(await supporters.register(documentId)).toHaveLength(registered);
        expect(await held(documentId)).toEqual({ total: 1, because: { [why]: 1 } });
        await supporters.everyMailIsOut();
        const { email } = { email: '', ...said };
        if (email) expect((await mails(app.mailDir)).filter(({ to }) => to === email)).toEqual([]);
      },
    );
  });

  it('is asked to confirm once an editor lets it in, and counts when it has', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    const email = someEmail();
    await supporters.sign(documentId, { email, leaveEmpty: 'x' });
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 1, known: 0, left: 0 });
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
    const { confirm } = await supporters.tokens(email);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
    expect(await held(documentId)).toEqual({ total: 0, because: {} });
  });

  const publish = (documentId: string, data: Record<string, unknown>) =>
    app.strapi
      .documents('plugin::campaign-actions.action' as 'plugin::users-permissions.user')
      .update({ documentId, data, status: 'published' } as never);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

  it('stays on hold once nobody can confirm any more, and is said to be left', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    const email = someEmail();
    await supporters.sign(documentId, { email, leaveEmpty: 'x' });
    await publish(documentId, { closesAt: hoursAgo(24.1) });
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 0, known: 0, left: 1 });
    expect(await held(documentId)).toEqual({ total: 1, because: { honeypot: 1 } });
    // Until then it may still be asked.
    await publish(documentId, { closesAt: hoursAgo(23) });
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 1, known: 0, left: 0 });
    const { confirm } = await supporters.tokens(email);
    expect((await supporters.confirm(confirm)).status).toBe(200);
  });

  it('is asked to confirm where an editor has said since that signers are at risk', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    await supporters.sign(documentId, { email, leaveEmpty: 'x' });
    await publish(documentId, { sensitive: true, confirmation: 'required' });
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 1, known: 0, left: 0 });
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
    const { confirm } = await supporters.tokens(email);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    const rows = (await supporters.register(documentId)).map((row) => ({ ...row }));
    expect(rows).toMatchObject([{ state: 'counted', rule: 'required' }]);
  });

  it('is asked to confirm where an editor has said since that nobody need do so', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    await supporters.sign(documentId, { email: someEmail(), leaveEmpty: 'x' });
    await publish(documentId, { confirmation: 'none' });
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 1, known: 0, left: 0 });
  });

  it('is let in as the action says at that moment, though an editor changes it half-way', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const signOne = () => supporters.sign(documentId, { email: someEmail(), leaveEmpty: 'x' });
    await Promise.all(Array.from({ length: 150 }, signOne));
    interface Catalogue {
      find(id: string): unknown;
    }
    const catalogue = app.strapi.plugin('campaign-actions').service<Catalogue>('catalogue');
    const find = catalogue.find.bind(catalogue);
    let changed = false;
    const asking = jest.spyOn(catalogue, 'find').mockImplementation(async (id) => {
      const half = id === documentId && (await supporters.ledger(id)).signatures === 100;
      if (half && !changed) {
        changed = true;
        await publish(documentId, { confirmation: 'required' });
      }
      return find(id);
    });
    const admitted = await admit(documentId);
    asking.mockRestore();
    expect(admitted).toEqual({ counted: 100, asked: 50, known: 0, left: 0 });
    expect((await supporters.ledger(documentId)).signatures).toBe(100);
  });

  it('is reported by the one of two editors who let it in', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    for (let i = 0; i < 40; i += 1)
      await supporters.sign(documentId, { email: someEmail(), leaveEmpty: 'x' });
    const said = await Promise.all([admit(documentId), admit(documentId)]);
    expect(said.reduce((sum, { counted }) => sum + counted, 0)).toBe(40);
    for (const { known, left } of said) expect([known, left]).toEqual([0, 0]);
  });

  it('counts at once where no confirmation is asked, and its owner can withdraw', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    await supporters.sign(documentId, { email, leaveEmpty: 'x' });
    expect(await admit(documentId)).toEqual({ counted: 1, asked: 0, known: 0, left: 0 });
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
    const { withdraw } = await supporters.tokens(email);
    expect((await supporters.withdraw(withdraw)).status).toBe(200);
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
  });

  it('stands in nobody’s way, and adds nothing to one that its owner sent cleanly', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    await supporters.sign(documentId, { email, leaveEmpty: 'x' });
    await supporters.sign(documentId, { email });
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 0, known: 1, left: 0 });
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
  });

  it('adds nothing when its owner sent it cleanly before', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    await supporters.sign(documentId, { email });
    await supporters.sign(documentId, { email, leaveEmpty: 'x' });
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 0, known: 1, left: 0 });
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
  });

  it('stays out where its owner has said meanwhile that it was not them', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    const email = someEmail();
    await supporters.sign(documentId, { email });
    await supporters.sign(documentId, { email, leaveEmpty: 'x' });
    const { reject } = await supporters.tokens(email);
    await supporters.reject(reject);
    expect(await admit(documentId)).toEqual({ counted: 0, asked: 0, known: 0, left: 1 });
  });

  it('is let in by its reason, and the audit says by whom and how many', async () => {
    const { documentId } = await make.action({ confirmation: 'none', holds: { words: 'spam' } });
    for (let i = 0; i < 120; i += 1)
      await supporters.sign(documentId, { email: someEmail(), message: 'spam' });
    await supporters.sign(documentId, { email: someEmail(), leaveEmpty: 'x' });
    expect(await held(documentId)).toEqual({ total: 121, because: { words: 120, honeypot: 1 } });
    expect(await admit(documentId, 'words')).toEqual({ counted: 120, asked: 0, known: 0, left: 0 });
    expect(await held(documentId)).toEqual({ total: 1, because: { honeypot: 1 } });
    const audit = await auditOf(app, documentId);
    expect(audit.map(({ deed }) => deed)).toEqual(['signatures.admit', 'signatures.admit']);
    expect(JSON.stringify(audit)).not.toContain('@');
  });

  it('cannot be let in by whoever may only look', async () => {
    const { documentId } = await make.action();
    const onlooker = await panelUser(app, ['overview.read']);
    const { status } = await app.post(
      `${base}/${documentId}/held/admit`,
      { data: {} },
      { headers: onlooker },
    );
    expect(status).toBe(403);
  });
});

describe('What an editor writes about setting aside', () => {
  it.each([
    ['domains', 'example', 'example'],
    ['countries', 'Canada', 'CANADA'],
    ['words', 'ok', 'ok'],
  ])('is refused where %s cannot be meant: %s', async (field, text, named) => {
    const made = make.action({ holds: { [field]: text } });
    await expect(made).rejects.toMatchObject({ message: expect.stringContaining(named) as string });
  });
});

const auditOf = async (
  { strapi }: App,
  action: string,
): Promise<{ deed: string; who: string; details: string }[]> =>
  strapi.db.connection('campaign_actions_audit').where({ action }).select('deed', 'who', 'details');
