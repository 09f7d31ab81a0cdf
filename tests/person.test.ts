import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import {
  type ErasureAnswer,
  type PersonExport,
  erasureAnswer,
  personExport,
} from '../plugins/campaign-actions/contracts/panel-person';
import { canariesIn, canaryPerson } from './canary';
import { mails } from './mails';
import { someEmail } from './make';
import { oneApp } from './one-app';
import { key, printedBy } from './operator-keys';
import { rowsOfTables } from './own-tables';
import { panelUsers } from './panel-users';

const REGISTER = 'campaign_actions_register';
const OUTBOX = 'campaign_actions_outbox';
const AUDIT = 'campaign_actions_audit';
const BOUNCES = 'campaign_actions_bounces';
const onSqlite = process.env.DATABASE_CLIENT !== 'postgres';

/** Commands boot Strapi, on a machine that may be busy. */
const SEVERAL_BOOTS_MS = 150_000;

describe('Somebody who asks to be erased, or what is held about them', () => {
  let admin: RequestInit = {};
  let guest: RequestInit = {};
  const { app, make, supporters, restart } = oneApp(async (story) => {
    const users = panelUsers(story.app);
    const signedIn = async (name: string, role: { id: number }): Promise<RequestInit> => {
      const login = await users.create(name, role);
      const { body } = await story.app.post<{ data: { token: string } }>('/admin/login', login);
      return { headers: { Authorization: `Bearer ${body.data.token}` } };
    };
    admin = await signedIn('ada', await users.roles.getSuperAdmin());
    guest = await signedIn(
      'guest',
      await users.roles.create({ name: 'Guest', description: 'Reads nothing' }),
    );
  });
  const db = () => app.strapi.db.connection;
  afterEach(() => supporters.ledgerEqualsRows());

  const erasure = (data: object, as: RequestInit = admin) =>
    app.post<ErasureAnswer>('/campaign-actions/erasures', { data }, as);
  const exported = (data: object, as: RequestInit = admin) =>
    app.post<{ data: PersonExport }>('/campaign-actions/persons/export', { data }, as);
  const command = (args: string[], typed: string, env = {}): Promise<string> =>
    app
      .script('person', args, { LOG_LEVEL: 'fatal', ...env }, typed)
      .catch((error: unknown) => `failed: ${printedBy(error)}`);
  const lastAudit = async (deed: string) =>
    (await db()(AUDIT).where({ deed }).orderBy('id', 'desc').first()) as Record<string, unknown>;

  /** Somebody in every state there is, over several actions; and somebody else in each. */
  const everywhere = async () => {
    const person = { ...canaryPerson(), consents: { newsletter: true } };
    const [direct, asking, held, open] = [
      await make.action({ confirmation: 'none' }),
      await make.action(),
      await make.action(),
      await make.action(),
    ];
    const other = canaryPerson();
    await supporters.sign(direct.documentId, person);
    await supporters.sign(direct.documentId, other);
    for (const who of [person, other]) {
      await supporters.sign(asking.documentId, who);
    }
    await supporters.everyMailIsOut();
    const confirmation = (await mails(app.mailDir)).find(
      ({ to, text }) => to === person.email && text.includes('paste this code'),
    );
    const token = /#token=([\w-]+)/.exec(confirmation?.links[0] ?? '')?.[1] ?? '';
    expect((await supporters.confirm(token)).status).toBe(200);
    await supporters.sign(held.documentId, { ...person, leaveEmpty: 'program' });
    await supporters.sign(open.documentId, person);
    await supporters.everyMailIsOut();
    return { person, other, direct, asking, held, open };
  };

  it('is asked for by those who may alone, with a good address and a reason', async () => {
    const { email } = canaryPerson();
    const before = await db()(AUDIT);
    expect((await erasure({ email, erase: true }, {})).status).toBe(401);
    expect((await erasure({ email, erase: true }, guest)).status).toBe(403);
    expect((await exported({ email, reason: 'A request' }, guest)).status).toBe(403);
    for (const data of [{}, { email: 'zoe' }, { email: 5 }, { email, all: true }])
      expect((await erasure(data)).status).toBe(400);
    for (const data of [{ email }, { email, reason: ' ' }, { email, reason: `By ${email}` }])
      expect((await exported(data)).status).toBe(400);
    expect(await db()(AUDIT)).toEqual(before);
  });

  it('is found in every action and every state, and in none that they did not sign (T-66)', async () => {
    const { person, direct, asking, held, open } = await everywhere();
    const { body, headers } = await erasure({ email: person.email.toUpperCase() });
    expect(headers.get('cache-control')).toBe('no-store');
    const { actions, erased, unreadable } = erasureAnswer.parse(body).data;
    const one = { mails: 0, spelledOtherwise: 0, leftInPeace: false, state: 'open' };
    expect(actions.sort((a, b) => (a.action < b.action ? -1 : 1))).toEqual(
      [
        { ...one, action: direct.documentId, title: direct.title, signatures: 1, submissions: 0 },
        { ...one, action: asking.documentId, title: asking.title, signatures: 1, submissions: 1 },
        { ...one, action: held.documentId, title: held.title, signatures: 0, submissions: 1 },
        { ...one, action: open.documentId, title: open.title, signatures: 0, submissions: 1 },
      ].sort((a, b) => (a.action < b.action ? -1 : 1)),
    );
    expect([erased, unreadable]).toEqual([false, []]);
    expect(await lastAudit('person.look')).toMatchObject({
      who: 'ada Editor',
      action: null,
      details: '{"actions":4}',
    });
    const keys = (await rowsOfTables(app, ['campaign_actions_keys'])).campaign_actions_keys;
    await make.action();
    await erasure({ email: someEmail() });
    expect((await rowsOfTables(app, ['campaign_actions_keys'])).campaign_actions_keys).toEqual(
      keys,
    );
  });

  it('is erased: signatures count and name nobody, all else is gone, and nobody else is touched (T-66)', async () => {
    const { person, other, direct, asking, held, open } = await everywhere();
    const ledgers = () =>
      Promise.all([direct, asking].map(({ documentId }) => supporters.ledger(documentId)));
    const before = await ledgers();
    const [onHold] = await supporters.submissions(held.documentId);
    await db()(BOUNCES).insert({ row_id: onHold?.id, action: held.documentId, day: '2026-03-03' });
    const mailed = (await mails(app.mailDir)).length;
    const { body } = await erasure({ email: person.email, erase: true });
    expect(body.data.erased).toBe(true);

    expect(await ledgers()).toEqual(before);
    for (const { documentId } of [direct, asking]) {
      const rows = await supporters.register(documentId);
      const erased = rows.filter(({ state }) => state === 'anonymised');
      expect(erased).toMatchObject([{ sealed: null, email_index: null }]);
    }
    for (const { documentId } of [held, open])
      expect(await supporters.submissions(documentId)).toEqual([]);
    expect((await erasure({ email: person.email })).body.data.actions).toEqual([]);
    expect((await erasure({ email: other.email })).body.data.actions).toHaveLength(2);

    const audit = await db()(AUDIT).where({ deed: 'person.erase' });
    expect(audit.slice(-4).map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining([direct, asking, held, open].map(({ documentId }) => documentId)),
    );
    expect(canariesIn(JSON.stringify(audit))).toEqual([]);
    expect(await db()(BOUNCES)).toEqual([]);
    const journal = await readFile(app.file('erasures.log'), 'utf8');
    expect(journal.match(/ erased [0-9a-f]{32}\n/g)?.length).toBeGreaterThanOrEqual(4);
    await supporters.everyMailIsOut();
    expect(await mails(app.mailDir)).toHaveLength(mailed);

    // Whoever signs again counts again.
    await supporters.sign(direct.documentId, person);
    expect(await supporters.ledger(direct.documentId)).toMatchObject({
      signatures: (before[0]?.signatures ?? 0) + 1,
    });
  });

  it('gets no mail that was on its way', async () => {
    const asking = await make.action();
    const direct = await make.action({ confirmation: 'none' });
    const person = canaryPerson();
    await supporters.sign(direct.documentId, person);
    await supporters.everyMailIsOut();
    await app.strapi.plugin('campaign-actions').service<{ stop(): Promise<void> }>('outbox').stop();
    await supporters.sign(asking.documentId, person);
    // A repeat, of which no row is kept: only its mail holds the address.
    await supporters.sign(direct.documentId, person);
    expect(await db()(OUTBOX)).toHaveLength(2);
    const { body } = await erasure({ email: person.email, erase: true });
    expect(body.data.actions.map(({ mails: waiting }) => waiting)).toEqual([1, 1]);
    expect(await db()(OUTBOX)).toEqual([]);
    await restart();
  });

  it(
    'is erased on the command line, where the address is typed and first shown what there is',
    async () => {
      const { direct, person } = await everywhere();
      const shown = await command(['erase'], person.email);
      expect(shown).toContain(`${direct.title} (open): 1 signature`);
      expect(shown).toContain('Nothing was erased');
      expect(await command(['erase', '--email', person.email], '')).toMatch(/^failed: Say/);
      expect(await command(['erase'], 'zoe')).toMatch(/^failed: That is no e-mail address/);
      const erased = await command(['erase', '--yes'], `${person.email}\n`);
      expect(erased).toContain('✓ Erased.');
      expect(canariesIn(erased)).toEqual([]);
      expect((await erasure({ email: person.email })).body.data.actions).toEqual([]);
      expect(await lastAudit('person.erase')).toMatchObject({ who: 'command line' });
    },
    SEVERAL_BOOTS_MS,
  );

  it(
    'is erased though the journal cannot be written, which is said, and the next run writes it',
    async () => {
      const { documentId } = await make.action({ confirmation: 'none' });
      const person = canaryPerson();
      await supporters.sign(documentId, person);
      const [row] = await supporters.register(documentId);
      await writeFile(app.file('no-folder'), '');
      const said = await command(['erase', '--yes'], person.email, {
        ERASURE_JOURNAL: app.file('no-folder/erasures.log'),
      });
      expect(said).toMatch(/^failed: /);
      expect(said).toContain('The erasure journal cannot be written (');
      expect(said).toContain('What was erased stays erased.');

      const file = app.file('elsewhere.log');
      const again = await command(['erase', '--yes'], person.email, { ERASURE_JOURNAL: file });
      expect(again).toContain('Nothing is held about it.');
      expect(await readFile(file, 'utf8')).toContain(` erased ${row?.id.toString('hex')}\n`);
    },
    SEVERAL_BOOTS_MS,
  );

  it('is told where nobody can look, for want of a key', async () => {
    const { documentId, title } = await make.action({ confirmation: 'none' });
    await supporters.sign(documentId, canaryPerson());
    const said = await command(['erase'], someEmail(), { CAMPAIGN_ACTIONS_KEYS: key('k9') });
    expect(said).toMatch(/^failed: /);
    expect(said).toContain(
      `✗ ${title}: cannot be looked through, because unavailable (key k1 missing).`,
    );
    expect(said).toContain('Put the key back');
  });

  it('gets everything: what was signed and when, in the words that were shown (GDPR 15 and 20)', async () => {
    const { person, direct, asking, held } = await everywhere();
    const [onHold] = await supporters.submissions(held.documentId);
    await db()(BOUNCES).insert({ row_id: onHold?.id, action: held.documentId, day: '2026-03-03' });
    const reason = 'Request of 3 March';
    const answer = await exported({ email: person.email, reason });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const made = personExport.parse(answer.body.data);
    expect(made.actions).toHaveLength(4);
    const of = (action: string) => made.actions.find((each) => each.action === action);
    const [entry] = of(direct.documentId)?.entries ?? [];
    expect(entry).toMatchObject({
      kind: 'signature',
      state: 'counted',
      meaning: 'This signature counts.',
      locale: 'en',
      confirmation: 'none',
      spelledOtherwise: false,
      problem: null,
    });
    expect(entry?.at?.slice(0, 10)).toBe(entry?.day);
    expect(entry?.fields).toEqual(
      expect.arrayContaining([
        { name: 'email', label: 'E-mail', value: person.email },
        { name: 'givenName', label: 'First name', value: person.givenName },
        { name: 'message', label: 'Your message', value: person.message },
      ]),
    );
    expect(entry?.consents).toMatchObject([
      {
        formVersion: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        versionStated: false,
        consents: [
          {
            name: 'newsletter',
            text: 'Send me news by e-mail.',
            given: true,
            purpose: 'marketing',
          },
        ],
      },
    ]);
    const states = of(asking.documentId)?.entries.map(({ kind, state }) => [kind, state]);
    expect(states).toEqual([
      ['signature', 'counted'],
      ['submission', 'done'],
    ]);
    expect(of(held.documentId)?.entries).toMatchObject([
      {
        state: 'held',
        expiresOn: null,
        heldBecause: 'honeypot',
        mailboxRefusedOn: '2026-03-03',
      },
    ]);
    expect(entry).toMatchObject({ heldBecause: null, mailboxRefusedOn: null });
    expect(await lastAudit('person.export')).toMatchObject({
      who: 'ada Editor',
      details: JSON.stringify({ actions: 4, reason }),
    });
  });

  it(
    'gets it as a file that nobody else can read, or printed for another program',
    async () => {
      const { person } = await everywhere();
      const printed = personExport.parse(JSON.parse(await command(['export'], person.email)));
      expect(printed.actions).toHaveLength(4);
      const file = app.file('person.json');
      expect(await command(['export', '--out', file], person.email)).toContain(`✓ ${file}`);
      expect(personExport.parse(JSON.parse(await readFile(file, 'utf8'))).actions).toHaveLength(4);
      if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await command(['export', '--out', file], person.email)).toContain('is there already');
    },
    SEVERAL_BOOTS_MS,
  );

  it('is found under another spelling of the mailbox, and that is said', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    await supporters.sign(documentId, { email: email.replace('@', '+petition@') });
    const { actions } = (await erasure({ email })).body.data;
    expect(actions).toMatchObject([{ signatures: 1, spelledOtherwise: 1 }]);
    expect(await db()(REGISTER).where({ action: documentId })).toHaveLength(1);
  });
});

interface Persons {
  erase(email: string, who: string): Promise<unknown>;
}

// Apart from the stories above: a process that reads SQLite's files itself gives up its locks on them,
// and a command would take the write-ahead log away from under it.
(onSqlite ? describe : describe.skip)('The files of the database', () => {
  const { app, make, supporters } = oneApp();
  const bytes = async (): Promise<string> => {
    const names = (await readdir(app.file('.'))).filter((name) => name.startsWith('stories.db'));
    const files = await Promise.all(names.map((name) => readFile(app.file(name), 'latin1')));
    return files.join('\n');
  };
  const sealedOf = async (action: string): Promise<string> =>
    (await supporters.register(action))[0]?.sealed?.subarray(40, 72).toString('latin1') ?? '';

  it('hold nothing of what was sealed, once it is erased (T-66)', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const person = canaryPerson();
    await supporters.sign(documentId, person);
    const sealed = await sealedOf(documentId);
    // So that looking at the wrong files does not pass.
    expect(await bytes()).toContain(sealed);
    const persons = app.strapi.plugin('campaign-actions').service<Persons>('persons');
    await persons.erase(person.email, 'a story');
    expect(await supporters.register(documentId)).toMatchObject([{ state: 'anonymised' }]);
    expect(await bytes()).not.toContain(sealed);
    expect(canariesIn(await bytes())).toEqual([]);
  });

  it('hold nothing of it either, once it is withdrawn and the log is brought in (T-66)', async () => {
    const { documentId } = await make.action();
    const person = canaryPerson();
    await supporters.sign(documentId, person);
    await supporters.confirm((await supporters.tokens(person.email)).confirm);
    const { withdraw } = await supporters.tokens(person.email, 2);
    await supporters.everyMailIsOut();
    const sealed = await sealedOf(documentId);
    expect(await bytes()).toContain(sealed);
    await supporters.withdraw(withdraw);
    await app.strapi.db.connection.raw('pragma wal_checkpoint(truncate)');
    expect(await bytes()).not.toContain(sealed);
  });
});
