import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { mails } from './mails';
import { API, type SignatureAnswer, signatures } from './signatures';

describe('Signing', () => {
  let app: App;
  let make: ReturnType<typeof maker>;
  let supporters: ReturnType<typeof signatures>;

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    supporters = signatures(app);
    await make.locale('fr');
    await make.organisation();
  });
  afterEach(() => supporters.ledgerEqualsRows());
  afterAll(() => app.destroy());

  const confirmed = async (action: string, email: string): Promise<void> => {
    const before = (await mails(app.mailDir)).filter(({ to }) => to === email).length;
    expect((await supporters.sign(action, { email })).status).toBe(202);
    const { confirm } = await supporters.tokens(email, before + 1);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    // The thank-you has arrived too, so that whoever counts mails from here on counts right.
    await supporters.tokens(email, before + 2);
  };

  describe('where confirmation is asked', () => {
    it('counts nothing until the link in the mail is confirmed, and then exactly one', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      const signed = await supporters.sign(documentId, { email, consents: { newsletter: true } });
      expect([signed.status, signed.body.data.status]).toEqual([202, 'confirmation-sent']);
      expect(signed.body.data.counter.total).toBe(0);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 0 });
      expect(await supporters.register(documentId)).toEqual([]);

      const { confirm } = await supporters.tokens(email);
      const answer = await supporters.confirm(confirm);
      expect([answer.status, answer.body.data.status]).toEqual([200, 'confirmed']);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1, revision: 1 });
    });

    it('counts once when the link is confirmed ten times and a hundred times at once (T-30)', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await supporters.sign(documentId, { email });
      const { confirm } = await supporters.tokens(email);
      for (let i = 0; i < 10; i += 1) expect((await supporters.confirm(confirm)).status).toBe(200);
      const other = someEmail();
      await supporters.sign(documentId, { email: other });
      const { confirm: second } = await supporters.tokens(other);
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => supporters.confirm(second)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 2, revision: 2 });
    });

    it('keeps one signature when somebody signs twice, and adds the consents of the second mail', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await supporters.sign(documentId, { email, consents: { newsletter: false } });
      const { confirm: first } = await supporters.tokens(email, 1);
      await supporters.sign(documentId, { email, consents: { newsletter: true } });
      const { confirm: second } = await supporters.tokens(email, 2);
      expect((await supporters.confirm(first)).status).toBe(200);
      expect((await supporters.confirm(second)).status).toBe(200);
      const [row, ...others] = await supporters.register(documentId);
      expect(others).toEqual([]);
      const consents = JSON.parse(row?.consents ?? '') as { consents: Record<string, boolean> }[];
      expect(consents.map((record) => record.consents)).toEqual([
        { newsletter: false },
        { newsletter: true },
      ]);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1, revision: 1 });
    });

    it('keeps the message of the submission whose mail was clicked, not a stranger’s (T-33)', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await supporters.sign(documentId, { email, message: 'False words' });
      await supporters.tokens(email, 1);
      await supporters.sign(documentId, { email, message: 'My own words' });
      const { confirm } = await supporters.tokens(email, 2);
      await supporters.confirm(confirm);
      const [row] = await supporters.register(documentId);
      const vault = app.strapi.plugin('campaign-actions').service<Vault>('vault');
      const opened = await vault.open(documentId, row?.id as Buffer, row?.sealed as Buffer);
      expect(opened).toMatchObject({ email, message: 'My own words' });
    });

    it('counts one supporter in each of two actions', async () => {
      const [one, two] = [await make.action(), await make.action()];
      const email = someEmail();
      await confirmed(one.documentId, email);
      await confirmed(two.documentId, email);
      expect(await supporters.ledger(one.documentId)).toMatchObject({ signatures: 1 });
      expect(await supporters.ledger(two.documentId)).toMatchObject({ signatures: 1 });
    });

    it('tells only the spelling in the register that it has signed already, by mail (T-20)', async () => {
      const { documentId } = await make.action();
      const email = someEmail('zoe');
      await confirmed(documentId, email);
      await supporters.sign(documentId, { email });
      const { mail, withdraw } = await supporters.tokens(email, 3);
      expect(mail.text).toContain('You have already taken this action');
      expect(withdraw).not.toBe('');

      const spelling = email.replace('@', '+list@');
      await supporters.sign(documentId, { email: spelling });
      const other = await supporters.tokens(spelling);
      expect(other.mail.text).not.toContain('already');
      expect((await supporters.confirm(other.confirm)).status).toBe(200);
      expect(await supporters.register(documentId)).toHaveLength(1);
    });

    it('holds what a program filled in, with the same answer and no mail (T-12)', async () => {
      const { documentId } = await make.action();
      const [email, clean] = [someEmail(), someEmail()];
      const honest = await supporters.sign(documentId, { email: clean });
      const held = await supporters.sign(documentId, { email, leaveEmpty: 'buy now' });
      expect([held.status, held.body]).toEqual([honest.status, honest.body]);
      const states = (await supporters.submissions(documentId)).map(({ state }) => state).sort();
      expect(states).toEqual(['held', 'waiting']);
      await supporters.tokens(clean);
      expect((await mails(app.mailDir)).some(({ to }) => to === email)).toBe(false);
    });
  });

  describe('where no confirmation is asked', () => {
    it('counts at once, and an address only once', async () => {
      const { documentId } = await make.action({ confirmation: 'none' });
      const email = someEmail();
      const first = await supporters.sign(documentId, { email });
      expect([first.status, first.body.data.status]).toEqual([201, 'counted']);
      for (const spelling of [email, email.toUpperCase(), email.replace('@', '+again@')]) {
        expect((await supporters.sign(documentId, { email: spelling })).status).toBe(201);
      }
      expect(await supporters.register(documentId)).toHaveLength(1);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1, revision: 1 });
    });

    it('counts an address once when fifty of its requests arrive together', async () => {
      const { documentId } = await make.action({ confirmation: 'none' });
      const email = someEmail();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => supporters.sign(documentId, { email })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
    });

    it('tallies by source and consent, and never by anything that could be a person', async () => {
      const { documentId } = await make.action({ confirmation: 'none' });
      const from = (utmSource: string) => ({
        email: someEmail(),
        consents: { newsletter: true },
        source: { utmSource },
      });
      await supporters.sign(documentId, from('Mail'));
      await supporters.sign(documentId, from('zoe@example.org'));
      await supporters.sign(documentId, from('user-1234567'));
      const tallies = await supporters.tallies(documentId);
      expect(tallies).toHaveLength(4);
      expect(tallies).toEqual(
        expect.arrayContaining([
          { kind: 'all', name: '', taken: 3, confirmed: 3 },
          { kind: 'consent', name: 'newsletter', taken: 3, confirmed: 3 },
          { kind: 'source', name: 'mail', taken: 1, confirmed: 1 },
          { kind: 'source', name: 'other', taken: 2, confirmed: 2 },
        ]),
      );
    });
  });

  describe.each([
    ['with confirmation', 'required'],
    ['without', 'none'],
  ])('a new and a repeated signature, %s (T-20)', (_, confirmation) => {
    it('get the same status, headers and body, the counter apart', async () => {
      const { documentId } = await make.action({ confirmation });
      const known = someEmail();
      await supporters.sign(documentId, { email: known });
      const seen = new Set<string>();
      const look = async (email: string): Promise<void> => {
        const { status, headers, body } = await supporters.sign(documentId, { email });
        const { counter, ...rest } = body.data;
        const names = [...headers].filter(([name]) => !['date', 'content-length'].includes(name));
        seen.add(JSON.stringify([status, names, rest, Object.keys(counter)]));
      };
      for (let round = 0; round < 10; round += 1) {
        const pairs = Array.from({ length: 10 }, () => [known, someEmail()]);
        await Promise.all(pairs.flat().map(look));
      }
      expect(seen.size).toBe(1);
    });
  });

  describe('taking it back', () => {
    it('withdraws: the row goes, the counter goes down by one, and the person may sign again', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await confirmed(documentId, email);
      const { withdraw } = await supporters.tokens(email, 2);
      for (let i = 0; i < 3; i += 1) {
        const answer = await supporters.withdraw(withdraw);
        expect([answer.status, answer.body.data]).toEqual([200, { status: 'withdrawn' }]);
      }
      expect(await supporters.register(documentId)).toEqual([]);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 0, revision: 2 });

      const { confirm } = await supporters.tokens(email, 1);
      expect((await supporters.confirm(confirm)).status).toBe(200);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 0 });

      await supporters.sign(documentId, { email });
      const again = await supporters.tokens(email, 3);
      await supporters.confirm(again.confirm);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
    });

    it('rejects before confirming: the data is destroyed, the address is left in peace (T-33)', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await supporters.sign(documentId, { email });
      const { reject, confirm } = await supporters.tokens(email);
      for (let i = 0; i < 3; i += 1) {
        const answer = await supporters.reject(reject);
        expect([answer.status, answer.body.data]).toEqual([200, { status: 'rejected' }]);
      }
      expect(await supporters.submissions(documentId)).toMatchObject([
        { state: 'rejected', sealed: null },
      ]);
      expect((await supporters.confirm(confirm)).status).toBe(410);

      const signed = await supporters.sign(documentId, { email });
      expect(signed.status).toBe(202);
      expect(await supporters.submissions(documentId)).toHaveLength(1);
      expect(await supporters.outbox(documentId)).toEqual([]);
    });

    it('rejects after confirming: as withdrawn, and suppressed', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await confirmed(documentId, email);
      const { reject } = await supporters.tokens(email, 1);
      expect((await supporters.reject(reject)).status).toBe(200);
      expect(await supporters.register(documentId)).toEqual([]);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 0 });
      await supporters.sign(documentId, { email });
      expect(await supporters.submissions(documentId)).toHaveLength(1);
    });

    it('leaves the signature of another submission alone when a repeat is rejected', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await confirmed(documentId, email);
      await supporters.sign(documentId, { email });
      const { mail } = await supporters.tokens(email, 3);
      expect(mail.text).toContain('already');
      const repeat = (await supporters.submissions(documentId)).find(
        ({ state }) => state === 'waiting',
      );
      const vault = app.strapi.plugin('campaign-actions').service<Vault>('vault');
      await supporters.reject(vault.makeToken('reject', repeat?.id as Buffer));
      expect(await supporters.register(documentId)).toHaveLength(1);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
      await supporters.sign(documentId, { email });
      expect(await supporters.submissions(documentId)).toHaveLength(2);
    });
  });

  describe('a link that is not genuine (T-30)', () => {
    it('gets the very same 410 at all three doors, whatever is wrong with it', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await supporters.sign(documentId, { email });
      const { confirm, reject } = await supporters.tokens(email);
      const bodies = new Set<string>();
      for (const token of ['x', 'A'.repeat(64), `${confirm.slice(0, -2)}AA`, reject]) {
        const answer = await supporters.confirm(token);
        expect(answer.status).toBe(410);
        bodies.add(JSON.stringify(answer.body));
      }
      for (const door of [supporters.withdraw, supporters.reject]) {
        const answer = await door(confirm);
        expect(answer.status).toBe(410);
        bodies.add(JSON.stringify(answer.body));
      }
      expect(bodies.size).toBe(1);
      expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'waiting' }]);
    });

    it('is refused at the end of the day on which the submission expires', async () => {
      const { documentId } = await make.action();
      const email = someEmail();
      await supporters.sign(documentId, { email });
      const { confirm } = await supporters.tokens(email);
      await app.strapi.db
        .connection('campaign_actions_submissions')
        .where({ action: documentId })
        .update({ expires_on: '2020-01-01' });
      expect((await supporters.confirm(confirm)).status).toBe(410);
      expect(await supporters.register(documentId)).toEqual([]);
    });
  });

  describe('the state of the action', () => {
    const HOUR = 3_600_000;
    const fromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
    const code = async (action: string) => {
      const { status, body } = await supporters.sign(action, { email: someEmail() });
      return [status, body.error?.details.code];
    };

    it('is 404 while it is a draft, 409 before it opens, 410 once it closed', async () => {
      const draft = await make.action({ status: 'draft' });
      expect(await code(draft.documentId)).toEqual([404, 'not-found']);
      const later = await make.action({ opensAt: fromNow(1) });
      expect(await code(later.documentId)).toEqual([409, 'not-open-yet']);
      const over = await make.action({ closesAt: fromNow(-1) });
      expect(await code(over.documentId)).toEqual([410, 'closed']);
    });

    it('takes a late confirmation for 24 hours after closing, and no longer', async () => {
      const { documentId } = await make.action();
      const documents = app.strapi.documents(
        'plugin::campaign-actions.action' as 'plugin::users-permissions.user',
      );
      const closeAt = async (closesAt: string): Promise<void> => {
        await documents.update({
          documentId,
          data: { closesAt } as never,
          status: 'published',
        } as never);
      };
      const [early, late] = [someEmail(), someEmail()];
      await supporters.sign(documentId, { email: early });
      await supporters.sign(documentId, { email: late });
      const [inTime, tooLate] = [await supporters.tokens(early), await supporters.tokens(late)];
      await closeAt(fromNow(-23.9));
      expect((await supporters.confirm(inTime.confirm)).status).toBe(200);
      await closeAt(fromNow(-24.1));
      expect((await supporters.confirm(tooLate.confirm)).status).toBe(410);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
    });
  });

  describe('the name in the address', () => {
    const documents = () =>
      app.strapi.documents('plugin::campaign-actions.action' as 'plugin::users-permissions.user');
    const publish = (documentId: string, locale: string, data: Record<string, unknown>) =>
      documents().update({ documentId, locale, data, status: 'published' } as never);

    it('may be a slug of former times', async () => {
      const { documentId, slug } = await make.action({ confirmation: 'none' });
      await publish(documentId, 'en', { slug: `${slug}-renamed` });
      for (const name of [slug, `${slug}-renamed`, documentId]) {
        const { status, body } = await supporters.sign(name, { email: someEmail() });
        expect([status, body.data.action]).toEqual([201, documentId]);
      }
      const { body } = await app.get<Pick<SignatureAnswer, 'data'>>(
        `${API}/actions/${slug}/counter`,
      );
      expect(body.data.action).toBe(documentId);
      await documents().unpublish({ documentId, locale: 'en' } as never);
      expect((await supporters.sign(slug, { email: someEmail() })).status).toBe(404);
    });

    it('belongs to the action that has it now, not to the one that had it', async () => {
      const before = await make.action({ confirmation: 'none' });
      await publish(before.documentId, 'en', { slug: `${before.slug}-renamed` });
      const now = await make.action({ confirmation: 'none', slug: before.slug });
      const { body } = await supporters.sign(before.slug, { email: someEmail() });
      expect(body.data.action).toBe(now.documentId);
    });

    it('costs a query a second at most when it is made up, however many are tried', async () => {
      await supporters.sign('made-up', { email: someEmail() });
      const asked: string[] = [];
      const note = ({ sql }: { sql: string }) => asked.push(sql);
      app.strapi.db.connection.on('query', note);
      const startedAt = Date.now();
      for (let i = 0; i < 100; i += 1) {
        expect((await supporters.sign(`made-up-${i}`, { email: someEmail() })).status).toBe(404);
      }
      const seconds = Math.ceil((Date.now() - startedAt) / 1000);
      app.strapi.db.connection.off('query', note);
      const about = (table: string) => asked.filter((sql) => sql.includes(table)).length;
      expect(about('campaign_actions_past_slugs')).toBeLessThanOrEqual(seconds + 1);
      expect(about('campaign_actions_policies')).toBeLessThanOrEqual(seconds + 1);
    });

    it('is looked up, as the form is, in the locale nearest to the one asked for', async () => {
      const made = await make.action({ confirmation: 'none' });
      const french = await publish(made.documentId, 'fr', {
        title: 'Signez',
        slug: `${made.slug}-fr`,
        statement: 'Exhortez les responsables à agir.',
        form: { fields: [{ field: 'city', label: 'Ville', required: true }] },
      });
      const other = await make.action({ confirmation: 'none', slug: `${made.slug}-fr` });
      const slug = (french as { slug: string } | null)?.slug ?? '';

      const answer = await app.post<SignatureAnswer>(`${API}/actions/${slug}/signatures`, {
        data: { email: someEmail(), city: 'Gatineau', locale: 'fr-CA' },
      });
      expect([answer.status, answer.body.data.action]).toEqual([201, made.documentId]);
      const [row] = await supporters.register(made.documentId);
      expect(row?.consents).toContain('"locale":"fr"');
      const english = await supporters.sign(slug, { email: someEmail(), locale: 'en-GB' });
      expect([english.status, english.body.data.action]).toEqual([201, other.documentId]);
    });
  });

  describe('the form version (T-68)', () => {
    it('is the one in force when it is not stated, an old one when it is, and never an unknown one', async () => {
      const { documentId } = await make.action({ confirmation: 'none' });
      const versions = async (): Promise<string[]> =>
        app.strapi.db
          .connection('campaign_actions_form_versions')
          .where({ action: documentId })
          .pluck('version');
      const [old] = await versions();
      const documents = app.strapi.documents(
        'plugin::campaign-actions.action' as 'plugin::users-permissions.user',
      );
      const form = {
        fields: [],
        consents: [{ name: 'sms', text: 'Text me.', channel: 'sms', purpose: 'marketing' }],
      };
      await documents.update({ documentId, data: { form } as never, status: 'published' } as never);
      expect(await versions()).toHaveLength(2);

      const cached = await supporters.sign(documentId, {
        email: someEmail(),
        formVersion: old,
        consents: { newsletter: true },
      });
      expect(cached.status).toBe(201);
      const current = await app.post(`${API}/actions/${documentId}/signatures`, {
        data: { email: someEmail(), consents: { sms: true } },
      });
      expect(current.status).toBe(201);
      const records = (await supporters.register(documentId)).flatMap(
        (row) => JSON.parse(row.consents) as ConsentRecord[],
      );
      expect(records).toHaveLength(2);
      expect(records).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            formVersion: old,
            stated: true,
            consents: { newsletter: true },
          }),
          expect.objectContaining({ stated: false, consents: { sms: true } }),
        ]),
      );

      const unknown = await supporters.sign(documentId, {
        email: someEmail(),
        formVersion: 'f'.repeat(64),
      });
      expect([unknown.status, unknown.body.error.details.errors?.[0]?.code]).toEqual([
        400,
        'unknown-version',
      ]);
      await app.strapi.db
        .connection('campaign_actions_form_versions')
        .where({ version: old })
        .update({ withdrawn_on: '2026-01-01' });
      const restarted = await app.restart();
      app = restarted;
      supporters = signatures(app);
      make = maker(app);
      const withdrawn = await supporters.sign(documentId, { email: someEmail(), formVersion: old });
      expect([withdrawn.status, withdrawn.body.error.details.code]).toEqual([
        409,
        'form-withdrawn',
      ]);
    });
  });
});

interface Vault {
  open(action: string, id: Buffer, sealed: Buffer): Promise<unknown>;
  makeToken(purpose: 'confirm' | 'reject' | 'withdraw', id: Buffer): string;
}

interface ConsentRecord {
  formVersion: string;
  stated: boolean;
  consents: Record<string, boolean>;
}
