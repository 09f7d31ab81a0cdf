import { type App, startApp } from './app';
import { canaryPerson } from './canary';
import { maker, someEmail } from './make';
import { key, printedBy } from './operator-keys';
import { rowsOfTables } from './own-tables';
import { signatures } from './signatures';

const [K1, K2] = [key('k1'), key('k2')];
const KEYS = 'campaign_actions_keys';

describe("The operator's keys on the command line", () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_KEYS: K1 });
  });
  afterAll(() => app.destroy());

  const keys = (command: string, list: string): Promise<string> =>
    app
      .script('keys', [command], { CAMPAIGN_ACTIONS_KEYS: list, LOG_LEVEL: 'fatal' })
      .catch((error: unknown) => `failed: ${printedBy(error)}`);

  const wrappedUnder = async (): Promise<unknown[]> =>
    ((await rowsOfTables(app, [KEYS]))[KEYS] ?? [])
      .filter(({ action }) => action !== 'day')
      .map(({ key_id, index_key }) => [key_id, index_key]);

  it('are made with a name that no other had, and told how to be used', async () => {
    const printed = await keys('generate', `${K2},${K1}`);
    expect(printed).toMatch(/^k\d{8}-[0-9a-f]{4}:[A-Za-z0-9+/]{43}=\n/);
    expect(printed).toContain('Keep a copy apart from the database');
    const [made = ''] = printed.split('\n');
    expect(await keys('check', `${K1},${made}`)).toContain('✓ k1  first in the list');
  });

  it('are looked through: which are needed, and which do not fit', async () => {
    const { documentId } = await maker(app).action({ confirmation: 'none' });
    await signatures(app).sign(documentId, { email: someEmail() });
    expect(await keys('check', `${K2},${K1}`)).toContain(
      '✓ k2  first in the list: what is new is sealed under it\n' +
        '✓ k1  seals 1 action, finds the addresses of 1 action\n',
    );
    expect(await keys('check', K2)).toMatch(/^failed: [^]*✗ k1 {2}MISSING: it seals 1 action/);
    expect(await keys('check', key('k1'))).toMatch(/^failed: [^]*✗ k1 {2}WRONG/);
    for (const printed of [await keys('check', `${K2},${K1}`), await keys('check', K2)])
      for (const secret of [K1, K2]) expect(printed).not.toContain(secret.slice(3));
  });

  it('are rotated: everything is wrapped under the new one, and nothing is lost or counted twice', async () => {
    const make = maker(app);
    const direct = (await make.action({ confirmation: 'none' })).documentId;
    const asking = (await make.action()).documentId;
    const email = someEmail();
    await signatures(app).sign(direct, { email });
    const waiting = canaryPerson();
    await signatures(app).sign(asking, waiting);
    const links = await signatures(app).tokens(waiting.email);
    await signatures(app).everyMailIsOut();

    expect(await keys('rotate', K2)).toMatch(/^failed: [^]*Nothing was changed/);
    expect(await wrappedUnder()).toEqual([
      ['k1', 'k1'],
      ['k1', 'k1'],
      ['k1', 'k1'],
    ]);
    expect(await keys('rotate', `${K2},${K1}`)).toContain('✓ 4 data keys');
    expect(await wrappedUnder()).toEqual([
      ['k2', 'k1'],
      ['k2', 'k1'],
      ['k2', 'k1'],
    ]);
    expect(await keys('rotate', `${K2},${K1}`)).toContain('nothing changed');
    const line: unknown = await app.strapi.db
      .connection('campaign_actions_audit')
      .where({ deed: 'keys.rotate' })
      .first();
    expect(line).toMatchObject({ who: 'command line' });

    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: `${K2},${K1}` });
    const supporters = signatures(app);
    expect((await supporters.sign(direct, { email })).status).toBe(201);
    expect(await supporters.ledger(direct)).toMatchObject({ signatures: 1 });
    expect((await supporters.confirm(links.confirm)).status).toBe(200);
    expect(await supporters.ledger(asking)).toMatchObject({ signatures: 1 });
  });
});
