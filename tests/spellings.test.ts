import { type App, startApp } from './app';
import { canaryPerson } from './canary';
import { maker, someEmail } from './make';
import { printedBy } from './operator-keys';
import { API, signatures } from './signatures';

const DOMAIN = `${someEmail().slice(-20, -12)}.example`;
const table = (version: number, dotless: string[] = [DOMAIN]) => ({
  version,
  aliases: {},
  dotless,
});
const spellings = (...tables: object[]) => ({
  CAMPAIGN_ACTIONS_SPELLINGS: JSON.stringify(tables),
});

const SUPPRESSIONS = 'campaign_actions_suppressions';

interface Signatures {
  admit(said: { action: string; because: null; who: string }): Promise<object>;
}

interface Persons {
  look(email: string, who: string): Promise<{ actions: { submissions: number }[] }>;
}

// Each starts several servers, one after the other.
jest.setTimeout(180_000);

describe('A table of spellings that addresses are found by (T-10)', () => {
  let app: App;
  beforeEach(async () => {
    app = await startApp(spellings(table(1000)));
  });
  afterEach(() => app.destroy());

  const keys = (...args: string[]): Promise<string> =>
    app
      .script('keys', args, { LOG_LEVEL: 'fatal' })
      .catch((error: unknown) => `failed: ${printedBy(error)}`);
  const whyNotReady = async (): Promise<unknown> =>
    (await app.get<{ error: { details: unknown } }>(`${API}/ready`)).body.error.details;
  const notReady = { code: 'not-ready', reasons: ['keys'] };

  it('is missed like a key: nothing is signed without it, or with another of its version', async () => {
    const { documentId } = await maker(app).action({ confirmation: 'none' });
    const sign = async (email: string): Promise<number> =>
      (await signatures(app).sign(documentId, { email })).status;
    expect(await sign(`jo.an@${DOMAIN}`)).toBe(201);
    expect(await keys('check')).toMatch(/✓ spellings 1000 {2}the newest.*of 1 action/);

    app = await app.restart(spellings());
    expect(await sign(`joan@${DOMAIN}`)).toBe(503);
    expect(await whyNotReady()).toEqual(notReady);
    expect(app.logs.join('\n')).toContain('The table of spellings 1000 is missing');
    expect(await keys('check')).toMatch(/^failed: [^]*✗ spellings 1000 {2}MISSING/);

    app = await app.restart(spellings(table(1000, ['example.com'])));
    expect(await sign(`joan@${DOMAIN}`)).toBe(503);
    expect(await whyNotReady()).toEqual(notReady);
    expect(await keys('check')).toMatch(/^failed: [^]*✗ spellings 1000 {2}WRONG/);

    app = await app.restart(spellings(table(1000)));
    expect((await app.get(`${API}/ready`)).status).toBe(200);
    expect(await sign(`joan@${DOMAIN}`)).toBe(201);
    expect(await signatures(app).ledger(documentId)).toMatchObject({ signatures: 1 });
  });

  it('may go once everything is moved to the next, and what cannot be moved is named', async () => {
    const { documentId } = await maker(app).action();
    const supporters = () => signatures(app);
    const address = (local: string): string => `${local}@${DOMAIN}`;
    const stranger = canaryPerson();
    await supporters().sign(documentId, stranger);
    await supporters().reject((await supporters().tokens(stranger.email)).reject);
    await supporters().sign(documentId, { email: address('he.ld'), leaveEmpty: 'x' });
    await supporters().sign(documentId, { email: address('jo.an') });
    const links = await supporters().tokens(address('jo.an'));
    await supporters().confirm(links.confirm);
    await supporters().everyMailIsOut();

    app = await app.restart(spellings(table(1000), table(1001)));
    expect(await keys('reindex')).toContain('✓ The addresses of 1 action');
    const said = await keys('check');
    expect(said).toMatch(/✓ spellings 1001 {2}the newest.*1 action; finds 1 submission/);
    expect(said).toMatch(
      /✓ spellings 1000 {2}not needed for any signature; finds the wish of one person/,
    );

    app = await app.restart(spellings(table(1001)));
    expect((await app.get(`${API}/ready`)).status).toBe(200);
    expect(await keys('check')).toContain(
      '! spellings 1000  not given: nothing finds the wish of one person to be left in peace',
    );
    // What is on hold is found by whoever asks for it.
    const persons = app.strapi.plugin('campaign-actions').service<Persons>('persons');
    expect((await persons.look(address('held'), 'a story')).actions).toMatchObject([
      { submissions: 1 },
    ]);
    // "This was not me" holds, though the mail was sent by the older table.
    expect((await supporters().reject(links.reject)).status).toBe(200);
    const before = (await supporters().submissions(documentId)).length;
    expect((await supporters().sign(documentId, { email: address('joan') })).status).toBe(202);
    expect(await supporters().submissions(documentId)).toHaveLength(before);
    expect(await supporters().ledger(documentId)).toMatchObject({ signatures: 0 });

    // As an older version of the plugin wrote it down.
    await app.strapi.db.connection(SUPPRESSIONS).update({ suppression_table: null });
    expect(await keys('check')).toMatch(
      /! spellings of before {2}nobody noted by which table is found the wish of 2 people/,
    );
  });

  it('changes, and whoever said that it was not them is still not let in', async () => {
    const { documentId } = await maker(app).action();
    const supporters = () => signatures(app);
    const email = `jo.an@${DOMAIN}`;
    await supporters().sign(documentId, { email });
    await supporters().sign(documentId, { email, leaveEmpty: 'x' });
    await supporters().reject((await supporters().tokens(email)).reject);
    await supporters().everyMailIsOut();
    const admit = () =>
      app.strapi
        .plugin('campaign-actions')
        .service<Signatures>('signatures')
        .admit({ action: documentId, because: null, who: 'a story' });
    const leftAlone = { counted: 0, asked: 0, known: 0, left: 1 };

    app = await app.restart(spellings(table(1000), table(1001)));
    expect(await keys('reindex')).toContain('✓ The addresses of 1 action');
    app = await app.restart(spellings(table(1001)));
    expect(await admit()).toEqual(leftAlone);

    // As long as the older table is there, the wish is found by it alone.
    const suppressions = () => app.strapi.db.connection(SUPPRESSIONS);
    expect(await suppressions().where({ suppression_table: 1001 }).delete()).toBe(1);
    app = await app.restart(spellings(table(1000), table(1001)));
    expect(await admit()).toEqual(leftAlone);
  });
});
