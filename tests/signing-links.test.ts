import { someEmail } from './make';
import { type Vault, signing } from './signing';

describe('Signing', () => {
  const { app, make, supporters, confirmed } = signing();

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
});
