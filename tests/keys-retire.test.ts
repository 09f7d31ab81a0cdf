import { type App, startApp } from './app';
import { canaryPerson } from './canary';
import { maker } from './make';
import { key, printedBy } from './operator-keys';
import { rowsOfTables } from './own-tables';
import { signatures } from './signatures';

const [K1, K2] = [key('k1'), key('k2')];
const BOTH = `${K2},${K1}`;

describe('Retiring a key', () => {
  let app: App;
  beforeEach(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_KEYS: K1 });
  });
  afterEach(() => app.destroy());

  const keys = (...args: string[]): Promise<string> =>
    app
      .script('keys', args, { CAMPAIGN_ACTIONS_KEYS: BOTH, LOG_LEVEL: 'fatal' })
      .catch((error: unknown) => `failed: ${printedBy(error)}`);
  const retire = (...args: string[]) => keys('retire', '--key', ...args);

  it('is refused while anything needs it, and says what', async () => {
    const supporters = signatures(app);
    const make = maker(app);
    const direct = (await make.action({ confirmation: 'none' })).documentId;
    const asking = (await make.action()).documentId;
    await supporters.sign(direct, canaryPerson());
    await supporters.sign(asking, canaryPerson());
    await supporters.everyMailIsOut();
    const before = await rowsOfTables(app);

    expect(await retire('k2')).toContain('"k2" is the first key');
    expect(await retire('k3')).toContain('no key has the name "k3"');
    expect(await retire('table:1', '--yes')).toContain('"table:1" is no key');
    const said = await retire('k1', '--yes');
    expect(said).toMatch(/^failed: [^]*Nothing was changed: "k1" is needed\./);
    expect(said).toContain('It wraps 3 data keys: "npm run keys:rotate"');
    expect(said).toContain('finds the addresses of 2 actions (1 signature)');
    expect(said).toContain('1 submission to be confirmed or on hold');
    const { campaign_actions_key_checks: _known, ...rows } = await rowsOfTables(app);
    const { campaign_actions_key_checks: _knew, ...were } = before;
    expect(rows).toEqual(were);

    await keys('rotate');
    expect(await retire('k1', '--yes')).not.toContain('keys:rotate');
  });

  it('says which links and which wishes end with it, and waits for a yes', async () => {
    const supporters = signatures(app);
    const { documentId } = await maker(app).action();
    const stranger = canaryPerson();
    await supporters.sign(documentId, stranger);
    await supporters.reject((await supporters.tokens(stranger.email)).reject);
    await supporters.everyMailIsOut();
    await keys('shred', '--action', documentId, '--yes');
    const other = (await maker(app).action()).documentId;
    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: BOTH });
    const person = canaryPerson();
    await signatures(app).sign(other, person);
    await app.strapi.db
      .connection('campaign_actions_suppressions')
      .insert({ action: other, suppression: Buffer.alloc(32), key_id: 'k1', day: '2020-01-01' });

    // The key of the day is under the older one still.
    await keys('rotate');
    const said = await retire('k1');
    expect(said).toContain('up to 1 link to confirm');
    expect(said).toContain('the wish of one person to be left in peace');
    expect(said).toContain('npm run keys:retire -- --key k1 --yes');
    expect(await keys('check')).toContain('✓ k1');

    const done = await retire('k1', '--yes');
    expect(done).toContain('✓ Nothing needs the key "k1" any more');
    expect(done).toContain('Take it out of CAMPAIGN_ACTIONS_KEYS on every server');
    const names = ['campaign_actions_key_checks', 'campaign_actions_suppressions'];
    const left = await rowsOfTables(app, names);
    // What is left is the other key, and the table of spellings that comes with the plugin.
    const known = left['campaign_actions_key_checks']?.map(({ key_id }) => key_id);
    expect(known?.sort()).toEqual(['k2', 'table:1']);
    expect(left['campaign_actions_suppressions']).toEqual([]);
    const line: unknown = await app.strapi.db
      .connection('campaign_actions_audit')
      .where({ deed: 'keys.retire' })
      .first();
    expect(line).toMatchObject({ who: 'command line', action: null });

    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: K2 });
    expect((await app.get('/api/campaign-actions/ready')).status).toBe(200);
    const { confirm } = await signatures(app).tokens(person.email);
    expect((await signatures(app).confirm(confirm)).status).toBe(200);
  });
});
