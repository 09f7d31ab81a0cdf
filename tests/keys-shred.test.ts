import { readFile } from 'node:fs/promises';
import { startAnotherNode } from './another-node';
import { type App, startApp } from './app';
import { canariesIn, canaryPerson } from './canary';
import { invalidating } from './invalidations';
import { maker } from './make';
import { key, printedBy } from './operator-keys';
import { rowsOfTables } from './own-tables';
import { API, signatures } from './signatures';

const KEYS = 'campaign_actions_keys';

interface Vault {
  open(action: string, id: Buffer, sealed: Buffer): Promise<unknown>;
  openOrWhy(action: string, id: Buffer, sealed: Buffer): Promise<unknown>;
}

describe('Destroying the data of one action', () => {
  let app: App;
  beforeEach(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_KEYS: key('k1') });
  });
  afterEach(() => app.destroy());

  const shred = (...args: string[]): Promise<string> =>
    app
      .script('keys', ['shred', ...args], { LOG_LEVEL: 'fatal' })
      .catch((error: unknown) => `failed: ${printedBy(error)}`);

  const vault = (): Vault => app.strapi.plugin('campaign-actions').service<Vault>('vault');

  const rowsOf = async (action: string): Promise<Record<string, number>> => {
    const counted: Record<string, number> = {};
    for (const [table, rows] of Object.entries(await rowsOfTables(app)))
      counted[table] = rows.filter((row) => row['action'] === action).length;
    return counted;
  };

  it('says first what would be lost, and does nothing without a yes', async () => {
    const { documentId } = await maker(app).action();
    expect(await shred('--action', documentId)).toContain('nobody has signed an action');
    expect(await shred()).toContain('npm run keys:shred -- --action DOCUMENT_ID');
    await signatures(app).sign(documentId, canaryPerson());
    await signatures(app).everyMailIsOut();
    const before = await rowsOfTables(app);
    const said = await shred('--action', documentId);
    expect(said).toContain('0 signatures and 1 submission');
    expect(said).toContain('Nothing was changed yet');
    expect(await rowsOfTables(app)).toEqual(before);
  });

  it('keeps the counter, closes the action for good, and leaves everybody else alone', async () => {
    const make = maker(app);
    const supporters = signatures(app);
    const shredded = (await make.action()).documentId;
    const other = (await make.action({ confirmation: 'none' })).documentId;
    await supporters.sign(other, canaryPerson());
    const person = canaryPerson();
    await supporters.sign(shredded, person);
    const { confirm } = await supporters.tokens(person.email);
    await supporters.confirm(confirm);
    const { withdraw } = await supporters.tokens(person.email, 2);
    const stranger = canaryPerson();
    await supporters.sign(shredded, stranger);
    await supporters.reject((await supporters.tokens(stranger.email)).reject);
    const waiting = canaryPerson();
    await supporters.sign(shredded, waiting);
    const links = await supporters.tokens(waiting.email);
    await supporters.everyMailIsOut();
    const [row] = await supporters.register(shredded);
    if (!row?.sealed) throw new Error('Nobody signed.');
    const wrapped = ((await rowsOfTables(app, [KEYS]))[KEYS] ?? []).find(
      ({ action }) => action === shredded,
    )?.['wrapped'] as Buffer;

    const said = await shred('--action', shredded, '--yes');
    expect(said).toContain('✓ The data of the action');
    expect(canariesIn(said)).toEqual([]);

    // This server had the key open.
    const refused = await supporters.sign(shredded, canaryPerson());
    expect([refused.status, refused.body.error.details.code]).toEqual([410, 'closed']);
    expect((await supporters.confirm(links.confirm)).status).toBe(410);
    expect((await supporters.confirm(confirm)).status).toBe(410);
    expect(await rowsOf(shredded)).toMatchObject({
      campaign_actions_register: 1,
      campaign_actions_submissions: 0,
      campaign_actions_outbox: 0,
      campaign_actions_suppressions: 0,
    });
    expect((await supporters.register(shredded))[0]).toMatchObject({
      state: 'anonymised',
      sealed: null,
      email_index: null,
      country: null,
      network: null,
      public_signature: null,
    });
    expect(await supporters.ledger(shredded)).toMatchObject({ signatures: 1 });
    const counter = await app.get(`${API}/actions/${shredded}/counter`);
    expect(counter.body).toMatchObject({ data: { total: 1, state: 'closed' } });
    await supporters.ledgerEqualsRows();

    // Within a second or two no server opens anything of it any more.
    const end = Date.now() + 10_000;
    const look = () => vault().openOrWhy(shredded, row.id, row.sealed as Buffer);
    while (Date.now() < end && ((await look()) as { opened: unknown }).opened)
      await new Promise((resolve) => setImmediate(resolve));
    expect(await look()).toMatchObject({ unreadable: { why: 'shredded' } });
    const editor = invalidating(app);
    await editor.signIn();
    expect((await editor.ask(shredded, { channels: ['web'] })).status).toBe(410);
    const file = process.env['DATABASE_FILENAME'];
    if (process.env['DATABASE_CLIENT'] !== 'postgres' && file)
      for (const part of [file, `${file}-wal`])
        expect((await readFile(part).catch(() => Buffer.alloc(0))).includes(wrapped)).toBe(false);

    expect((await supporters.sign(other, canaryPerson())).status).toBe(201);
    // As an older version left it.
    const register = app.strapi.db.connection('campaign_actions_register');
    await register.where({ action: shredded }).update({ network: Buffer.alloc(8, 1) });
    expect(await shred('--action', shredded, '--yes')).toContain('destroyed already');
    expect((await supporters.register(shredded))[0]).toMatchObject({ network: null });
    expect((await supporters.withdraw(withdraw)).status).toBe(200);
    const lines = await app.strapi.db.connection('campaign_actions_audit').where({
      deed: 'keys.shred',
      action: shredded,
    });
    expect(lines).toHaveLength(2);

    // An editor's next publish, or a start of the server, does not open it again.
    await app.strapi
      .documents('plugin::campaign-actions.action' as 'plugin::users-permissions.user')
      .publish({ documentId: shredded, locale: 'en' } as never);
    app = await app.restart();
    expect((await signatures(app).sign(shredded, canaryPerson())).status).toBe(410);
  });

  it('stores nothing that another server sealed a moment before, and counts everybody once', async () => {
    const { documentId } = await maker(app).action({ confirmation: 'none' });
    const node = await startAnotherNode();
    try {
      const path = `${API}/actions/${documentId}/signatures`;
      const sign = async (url: string): Promise<number> => {
        const data = { familyName: 'Example', ...canaryPerson() };
        const body = JSON.stringify({ data });
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(url + path, { method: 'POST', body, headers })).status;
      };
      let open = true;
      const statuses: number[] = [];
      const keepSigning = async (url: string): Promise<void> => {
        while (open) statuses.push(await sign(url));
      };
      const busy = [app.url, app.url, node.url, node.url].map(keepSigning);
      const said = await shred('--action', documentId, '--yes');
      open = false;
      await Promise.all(busy);
      expect(said).toContain('✓ The data of the action');
      expect(new Set(statuses)).toEqual(new Set([201, 410]));
      const signed = statuses.filter((status) => status === 201).length;
      const rows = await signatures(app).register(documentId);
      expect(rows.filter(({ sealed }) => sealed !== null)).toEqual([]);
      expect(rows).toHaveLength(signed);
      expect(await signatures(app).ledger(documentId)).toMatchObject({ signatures: signed });
    } finally {
      await node.stop();
    }
  });
});
