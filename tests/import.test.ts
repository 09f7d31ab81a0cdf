import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type App, startApp } from './app';
import { counters } from './counters';
import { maker, someEmail } from './make';
import { marksOfTables, ownTables, rowsOfTables } from './own-tables';
import { API, signatures } from './signatures';

const SIGNATURES = 1000;
const AT_ONCE = 50;
const CANARY = 'canary';

describe('Content that is pushed from staging to production', () => {
  let app: App;
  afterAll(() => app.destroy());

  const signMany = async (action: string): Promise<void> => {
    const { sign } = signatures(app);
    for (let done = 0; done < SIGNATURES; done += AT_ONCE) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () =>
          sign(action, { email: someEmail(CANARY), message: `${CANARY} message` }),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    }
  };

  /** What an administrator gets from `strapi export`, unpacked. */
  const archive = async (name: string): Promise<Buffer> =>
    gunzipSync(await readFile(app.file(`${name}.tar.gz`)));

  it('replaces the content, and touches no signature, counter, key or waiting link (T-65)', async () => {
    app = await startApp();
    const make = maker(app);
    const counted = await make.action({ confirmation: 'none', title: 'As exported' });
    const confirmed = await make.action();
    await app.command(['export', '--no-encrypt', '--file', app.file('before')]);

    await signMany(counted.documentId);
    const waiting = Array.from({ length: 5 }, () => someEmail(CANARY));
    for (const email of waiting) {
      expect((await signatures(app).sign(confirmed.documentId, { email })).status).toBe(202);
    }
    const links = await Promise.all(waiting.map((email) => signatures(app).tokens(email)));
    const documents = app.strapi.documents(
      'plugin::campaign-actions.action' as 'plugin::users-permissions.user',
    );
    await documents.update({
      documentId: counted.documentId,
      data: { title: 'Edited since' },
      status: 'published',
    } as never);
    await signatures(app).everyMailIsOut();

    const before = await marksOfTables(app);
    expect(before['campaign_actions_register']).toMatch(/^1000 rows/);
    expect(before['campaign_actions_submissions']).toMatch(/^5 rows/);
    const stopped = await app.stop();
    await app.command(['import', '--force', '--file', app.file('before.tar.gz')]);
    app = await stopped.start();

    // The rules of an action follow its content, which is older now, and a lease is that of whichever
    // process runs; nothing else may move.
    const { campaign_actions_policies: _rules, campaign_actions_leases: _leases, ...rest } = before;
    expect(await marksOfTables(app)).toMatchObject(rest);
    const title = await app.get<{ data: { title: string } }>(
      `${API}/actions/${counted.documentId}`,
    );
    expect(title.body.data.title).toBe('As exported');
    expect(await counters(app).read(counted.documentId)).toMatchObject({
      total: SIGNATURES,
      signatures: SIGNATURES,
      state: 'open',
    });
    for (const { confirm } of links) {
      expect((await signatures(app).confirm(confirm)).status).toBe(200);
    }
    const ledger = await signatures(app).ledger(confirmed.documentId);
    expect(ledger).toMatchObject({ signatures: waiting.length });
    expect((await signatures(app).sign(counted.documentId, { email: someEmail() })).status).toBe(
      201,
    );
    await signatures(app).ledgerEqualsRows();
  }, 400_000);

  it('is all that an export holds: no row of an own table, and nobody’s address (T-65)', async () => {
    await app.command(['export', '--no-encrypt', '--file', app.file('after')]);
    const bytes = await archive('after');
    expect(bytes.includes('As exported')).toBe(true);
    expect(bytes.includes(CANARY)).toBe(false);
    const tables = await ownTables(app);
    expect(tables).toEqual(
      expect.arrayContaining(['campaign_actions_register', 'campaign_actions_keys']),
    );
    for (const table of tables) expect([table, bytes.includes(table)]).toEqual([table, false]);
    for (const rows of Object.values(await rowsOfTables(app))) {
      for (const value of rows
        .flatMap((row) => Object.values(row))
        .filter((each) => Buffer.isBuffer(each))) {
        expect(bytes.includes(value)).toBe(false);
        expect(bytes.includes(value.toString('hex'))).toBe(false);
        expect(bytes.includes(value.toString('base64'))).toBe(false);
      }
    }
  }, 200_000);
});
