import { randomBytes } from 'node:crypto';
import { type App, startApp } from './app';
import { canariesIn, canaryPerson } from './canary';
import { invalidating } from './invalidations';
import { mails, tokenIn } from './mails';
import { maker, someEmail } from './make';
import { key, printedBy } from './operator-keys';
import { rowsOfTables } from './own-tables';
import { API, signatures } from './signatures';

/** Keys of a run, one per name, as an operator keeps them. */
const [K1, K2] = [key('k1'), key('k2')];

interface Vault {
  open(action: string, id: Buffer, sealed: Buffer): Promise<unknown>;
}

const opened = (app: App, action: string, row: { id: Buffer; sealed: Buffer | null }) =>
  app.strapi
    .plugin('campaign-actions')
    .service<Vault>('vault')
    .open(action, row.id, row.sealed as Buffer);

describe('Without its keys', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.destroy());

  it.each([
    ['missing', '', 'CAMPAIGN_ACTIONS_KEYS is missing'],
    ['of spaces', '   ', 'CAMPAIGN_ACTIONS_KEYS is missing'],
    ['no list of names and keys', 'c2VjcmV0', 'CAMPAIGN_ACTIONS_KEYS is malformed'],
    ['too short', `k1:${randomBytes(16).toString('base64')}`, 'CAMPAIGN_ACTIONS_KEYS is malformed'],
    ['half wrong', `${K1},k2:secret`, 'CAMPAIGN_ACTIONS_KEYS is malformed'],
    ['named alike', `${K1},${K1}`, 'CAMPAIGN_ACTIONS_KEYS names "k1" twice'],
  ])('or with keys that are %s it does not start, and says what to do (R-22)', async (...given) => {
    const [, keys, problem] = given;
    const failed = await app
      .command(['start'], { CAMPAIGN_ACTIONS_KEYS: keys })
      .then(() => 'it started')
      .catch((error: unknown) => printedBy(error));
    expect(failed).toContain(problem);
    expect(failed).toContain('32 random bytes in base64');
    expect(failed).toContain('npm run setup');
    expect(failed.match(/^\[\d{4}-.*error/gm)).toHaveLength(1);
    for (const secret of keys.split(/[:,]/).filter((part) => part.length > 5)) {
      expect(failed).not.toContain(secret);
    }
  });
});

describe('A new key put in front of the old one', () => {
  let app: App;
  beforeEach(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_KEYS: K1 });
  });
  afterEach(() => app.destroy());

  it('opens old rows and old links, and seals what is new', async () => {
    const make = maker(app);
    const [old, young] = [(await make.action()).documentId, (await make.action()).documentId];
    const person = canaryPerson();
    await signatures(app).sign(old, person);
    const { confirm, reject } = await signatures(app).tokens(person.email);
    await signatures(app).everyMailIsOut();
    expect(reject).not.toBe('');

    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: `${K2},${K1}` });
    const supporters = signatures(app);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    const [row] = await supporters.register(old);
    expect(await opened(app, old, row ?? none)).toMatchObject({ email: person.email });
    const { withdraw } = await supporters.tokens(person.email, 2);

    const newcomer = canaryPerson();
    await supporters.sign(young, newcomer);
    const [waiting] = await supporters.submissions(young);
    expect(await opened(app, young, waiting ?? none)).toMatchObject({ email: newcomer.email });
    const keys = (await rowsOfTables(app, ['campaign_actions_keys']))['campaign_actions_keys'];
    expect(keys).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: old, key_id: 'k1' }),
        expect.objectContaining({ action: young, key_id: 'k2' }),
      ]),
    );
    expect((await supporters.withdraw(withdraw)).status).toBe(200);
    expect(await supporters.ledger(old)).toMatchObject({ signatures: 0 });
  });

  it('counts nobody again who signed under the old one', async () => {
    const { documentId } = await maker(app).action({ confirmation: 'none' });
    const email = someEmail();
    expect((await signatures(app).sign(documentId, { email })).status).toBe(201);
    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: `${K2},${K1}` });
    expect((await signatures(app).sign(documentId, { email })).status).toBe(201);
    expect((await signatures(app).sign(documentId, { email: someEmail() })).status).toBe(201);
    expect(await signatures(app).ledger(documentId)).toMatchObject({ signatures: 2 });
  });

  it('still leaves in peace whoever said under the old key that it was not them', async () => {
    const { documentId } = await maker(app).action();
    const email = someEmail();
    await signatures(app).sign(documentId, { email });
    const { reject } = await signatures(app).tokens(email);
    await signatures(app).reject(reject);
    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: `${K2},${K1}` });
    expect((await signatures(app).sign(documentId, { email })).status).toBe(202);
    expect(await signatures(app).submissions(documentId)).toHaveLength(1);
    expect(await signatures(app).outbox(documentId)).toEqual([]);
  });
});

describe('Whoever signed once', () => {
  it.each([
    ['a new key is put behind', K1, `${K1},${K2}`],
    ['the older key is taken away', `${K2},${K1}`, K2],
    ['a key comes back that was gone', K2, `${K2},${K1}`],
  ])('is not counted again when %s', async (_, first, second) => {
    let app = await startApp({ CAMPAIGN_ACTIONS_KEYS: first });
    const direct = (await maker(app).action({ confirmation: 'none' })).documentId;
    const asking = (await maker(app).action()).documentId;
    const email = someEmail();
    const signBoth = async (): Promise<string> => {
      expect((await signatures(app).sign(direct, { email })).status).toBe(201);
      expect((await signatures(app).sign(asking, { email })).status).toBe(202);
      await signatures(app).everyMailIsOut();
      const asked = (await mails(app.mailDir)).filter(({ text }) =>
        text.includes('paste this code'),
      );
      const { text, links } = asked.at(-1) ?? { text: '', links: [] };
      expect((await signatures(app).confirm(tokenIn(links[0]))).status).toBe(200);
      return text;
    };
    await signBoth();
    app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: second });
    expect(await signBoth()).toContain('You have already taken this action');
    for (const action of [direct, asking])
      expect(await signatures(app).ledger(action)).toMatchObject({ signatures: 1 });
    await app.destroy();
  });
});

const none = { id: Buffer.alloc(16), sealed: null };

describe('With keys that do not fit the database', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_KEYS: K1 });
  });
  afterAll(() => app.destroy());

  it.each([
    ['the key is gone that data is sealed under', K2, 'The key "k1" is missing'],
    ['another key has its name', key('k1'), 'The key "k1" in CAMPAIGN_ACTIONS_KEYS is not the one'],
    ['another key has its name, behind a new one', `${K2},${key('k1')}`, 'is not the one'],
  ])(
    '%s: nothing is stored or sent until it is back, while reads go on (R-22)',
    async (...given) => {
      const [, keys, problem] = given;
      app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: K1 });
      const make = maker(app);
      const direct = (await make.action({ confirmation: 'none', title: 'Still read' })).documentId;
      const asking = (await make.action()).documentId;
      const unsigned = (await make.action({ confirmation: 'none' })).documentId;
      await signatures(app).sign(direct, canaryPerson());
      const waiting = canaryPerson();
      await signatures(app).sign(asking, waiting);
      const links = await signatures(app).tokens(waiting.email);
      await signatures(app).everyMailIsOut();
      const before = await supportersRows(app);

      app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: keys });
      expect(app.logs.join('\n')).toContain(problem);
      const supporters = signatures(app);
      const refused = await Promise.all([
        ...[direct, asking, unsigned].map((action) => supporters.sign(action, canaryPerson())),
        supporters.confirm(links.confirm),
        supporters.reject(links.reject),
        supporters.withdraw(links.confirm),
      ]);
      for (const { status, headers, text } of refused) {
        expect(status).toBe(503);
        expect(headers.get('retry-after')).toMatch(/^\d+$/);
        expect(canariesIn(text)).toEqual([]);
      }
      const editor = invalidating(app);
      await editor.signIn();
      for (const action of [direct, unsigned]) {
        const { status, headers } = await editor.ask(action, { channels: ['import'] });
        expect([status, headers.get('retry-after')]).toEqual([503, '60']);
      }
      expect(await supportersRows(app)).toEqual(before);
      expect(canariesIn(app.logs.join('\n'))).toEqual([]);
      const ready = await app.get<{ error: { details: unknown } }>(`${API}/ready`);
      expect(ready.body.error.details).toEqual({ code: 'not-ready', reasons: ['keys'] });

      const page = await app.get<{ data: { title: string } }>(`${API}/actions/${direct}`);
      expect([page.status, page.body.data.title]).toEqual([200, 'Still read']);
      const counter = await app.get(`${API}/actions/${direct}/counter`);
      expect([counter.status, counter.body]).toMatchObject([200, { data: { total: 1 } }]);

      app = await app.restart({ CAMPAIGN_ACTIONS_KEYS: K1 });
      expect((await app.get(`${API}/ready`)).status).toBe(200);
      expect((await signatures(app).sign(direct, canaryPerson())).status).toBe(201);
      expect((await signatures(app).confirm(links.confirm)).status).toBe(200);
      await signatures(app).ledgerEqualsRows();
    },
  );
});

/** What keys are known does not matter here: a new one is known from its first start on. */
const supportersRows = async (app: App) => {
  const { campaign_actions_key_checks: _known, ...rows } = await rowsOfTables(app);
  return rows;
};
