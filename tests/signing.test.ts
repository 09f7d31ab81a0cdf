import { someEmail } from './make';
import { mails } from './mails';
import { type Vault, signing } from './signing';

describe('Signing', () => {
  const { app, make, supporters, confirmed } = signing();

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
      for (let round = 0; round < 50; round += 1) {
        const pairs = Array.from({ length: 10 }, () => [known, someEmail()]);
        await Promise.all(pairs.flat().map(look));
      }
      expect(seen.size).toBe(1);
    });
  });
});
