import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Node, startAnotherNode } from './another-node';
import { type App, startApp } from './app';
import { canariesIn, canaryPerson } from './canary';
import { maker, someEmail } from './make';
import { key } from './operator-keys';
import { API, signatures } from './signatures';

const [K1, K2] = [key('k1'), key('k2')];
const BOTH = `${K2},${K1}`;
const ROOT = path.resolve(__dirname, '..');

interface Row {
  id: Buffer;
  action: string;
  state: string;
  sealed: Buffer;
  email_index: Buffer | null;
  email_index_next: Buffer | null;
  index_key: string | null;
  index_table: number | null;
}

/** The command as an operator runs it; with `killAt` it is killed where it first says that word. */
const reindex = async (args: string[] = [], killAt?: string): Promise<string> => {
  const child = spawn(process.execPath, ['scripts/keys.mjs', 'reindex', ...args], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'fatal' },
  });
  const lines: string[] = [];
  const listen = (stream: NodeJS.ReadableStream): void =>
    void createInterface(stream).on('line', (line) => {
      lines.push(line);
      if (killAt && line.includes(killAt)) child.kill('SIGKILL');
    });
  listen(child.stdout);
  listen(child.stderr);
  await once(child, 'close');
  if (killAt) expect([killAt, child.signalCode]).toEqual([killAt, 'SIGKILL']);
  return lines.join('\n');
};

/** What was typed, of every row of an action. */
const emailsOf = async (app: App, rows: Row[]): Promise<string[]> => {
  const vault = app.strapi.plugin('campaign-actions').service<{
    open(action: string, id: Buffer, sealed: Buffer): Promise<{ email: string }>;
  }>('vault');
  const people = rows.map(({ action, id, sealed }) => vault.open(action, id, sealed));
  return (await Promise.all(people)).map(({ email }) => email);
};

// Each starts several servers, one after the other.
jest.setTimeout(300_000);

describe('Moving the email index to another key (R-17)', () => {
  let app: App;
  let node: Node | null = null;
  beforeEach(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_KEYS: K1 });
  });
  afterEach(async () => {
    await node?.stop();
    await app.destroy();
  });

  const rowsOf = (action: string): Promise<Row[]> =>
    app.strapi.db.connection<Row>('campaign_actions_register').where({ action });

  it('counts nobody twice and loses nobody, while two servers take signatures and it is killed at every step', async () => {
    const make = maker(app);
    const direct = (await make.action({ confirmation: 'none' })).documentId;
    const asking = (await make.action()).documentId;
    const old = Array.from({ length: 1500 }, () => someEmail());
    const sign = async (url: string, email: string): Promise<number> => {
      const data = { givenName: 'Zoë', familyName: 'Example', email };
      const response = await fetch(`${url}${API}/actions/${direct}/signatures`, {
        method: 'POST',
        body: JSON.stringify({ data }),
        headers: { 'Content-Type': 'application/json' },
      });
      return response.status;
    };
    for (let at = 0; at < old.length; at += 100)
      await Promise.all(old.slice(at, at + 100).map((email) => sign(app.url, email)));

    // Signed before, to be confirmed during and after it; two of them by one person.
    const waiting = Array.from({ length: 6 }, () => canaryPerson());
    for (const person of [...waiting, ...waiting.slice(0, 1)])
      await signatures(app).sign(asking, person);
    const links: string[] = [];
    for (const { email } of waiting) links.push((await signatures(app).tokens(email)).confirm);
    links.push((await signatures(app).tokens(waiting[0]?.email ?? '', 2)).confirm);
    await signatures(app).everyMailIsOut();

    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: BOTH });
    node = await startAnotherNode();
    const urls = [app.url, node.url];
    const young: string[] = [];
    const statuses = new Set<number>();
    let moving = true;
    const keepSigning = async (turn: number): Promise<void> => {
      for (let n = turn; moving; n += 1) {
        // Each newcomer signs at both servers at once; and whoever has signed long ago signs again.
        const [newcomer, again] = [someEmail(), old[(n * 7) % old.length] ?? ''];
        young.push(newcomer);
        const signed = [...urls.map((url) => sign(url, newcomer)), sign(urls[n % 2] ?? '', again)];
        for (const status of await Promise.all(signed)) statuses.add(status);
      }
    };
    const busy = [0, 1].map(keepSigning);
    for (const step of ['filling', 'filling', 'swapping', 'swapping', 'clearing']) {
      await reindex([], step);
      expect((await signatures(app).confirm(links.shift() ?? '')).status).toBe(200);
    }
    const said = await reindex();
    moving = false;
    await Promise.all(busy);
    expect(said).toContain('✓ The addresses of');
    expect(await reindex()).toContain('already');
    for (const link of links) expect((await signatures(app).confirm(link)).status).toBe(200);

    expect([...statuses]).toEqual([201]);
    const rows = await rowsOf(direct);
    const emails = await emailsOf(app, rows);
    expect(emails.sort()).toEqual([...old, ...young].sort());
    for (const row of [...rows, ...(await rowsOf(asking))])
      expect(row).toMatchObject({ state: 'counted', index_key: 'k2', email_index_next: null });
    expect(await signatures(app).ledger(direct)).toMatchObject({ signatures: emails.length });
    expect(await signatures(app).ledger(asking)).toMatchObject({ signatures: waiting.length });
    await signatures(app).ledgerEqualsRows();

    // The older key finds nobody any more, and everybody is found without it.
    const run = (...args: string[]) => app.script('keys', args, { LOG_LEVEL: 'fatal' });
    await run('rotate');
    expect(await run('retire', '--key', 'k1', '--yes')).toContain('✓');
    await node.stop();
    node = null;
    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: K2 });
    expect(await sign(app.url, old[3] ?? '')).toBe(201);
    expect(await signatures(app).ledger(direct)).toMatchObject({ signatures: emails.length });
  });
});

describe('Changing the table of spellings (T-10)', () => {
  let app: App;
  beforeEach(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_KEYS: K1 });
  });
  afterEach(() => app.destroy());

  it('lets the older of two signatures count that are one person’s now, says first how many, and counts nobody twice', async () => {
    const supporters = () => signatures(app);
    const { documentId } = await maker(app).action({ confirmation: 'none' });
    const domain = `${someEmail().slice(-20, -12)}.example`;
    const sign = async (email: string): Promise<void> =>
      expect((await supporters().sign(documentId, { email })).status).toBe(201);
    for (const local of ['jo.an', 'joan', 'j.oan', 'max']) await sign(`${local}@${domain}`);
    expect(await supporters().ledger(documentId)).toMatchObject({ signatures: 4 });

    const table = { version: 1000, aliases: {}, dotless: [domain] };
    app = await app.restart({ CAMPAIGN_ACTIONS_SPELLINGS: JSON.stringify([table]) });
    // Nothing changes by the new table alone.
    for (const local of ['joan', 'max']) await sign(`${local}@${domain}`);
    expect(await supporters().ledger(documentId)).toMatchObject({ signatures: 4 });

    const said = await reindex();
    expect(said).toContain('2 signatures of an address that has an older one');
    expect(canariesIn(said)).toEqual([]);
    expect(await supporters().ledger(documentId)).toMatchObject({ signatures: 4 });
    // From here on either spelling is known.
    for (const local of ['joan', 'jo.a.n', 'm.ax']) await sign(`${local}@${domain}`);
    expect(await supporters().ledger(documentId)).toMatchObject({ signatures: 4 });

    expect(await reindex(['--yes'])).toContain('✓ The addresses of 1 action');
    const rows = await app.strapi.db
      .connection<Row>('campaign_actions_register')
      .where({ action: documentId });
    const counted = rows.filter(({ state }) => state === 'counted');
    expect((await emailsOf(app, counted)).sort()).toEqual([`jo.an@${domain}`, `max@${domain}`]);
    expect(rows.filter(({ state }) => state === 'invalidated')).toHaveLength(2);
    for (const row of counted)
      expect(row).toMatchObject({ index_table: 1000, email_index_next: null });
    await supporters().ledgerEqualsRows();
    for (const local of ['joan', 'jo.a.n', 'm.ax']) await sign(`${local}@${domain}`);
    expect(await supporters().ledger(documentId)).toMatchObject({ signatures: 2 });
  });
});
