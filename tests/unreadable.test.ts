import { randomBytes } from 'node:crypto';
import { canariesIn, canaryPerson } from './canary';
import { mails } from './mails';
import { oneApp } from './one-app';

const { app, make, supporters, restart } = oneApp();

const [SUBMISSIONS, REGISTER] = ['campaign_actions_submissions', 'campaign_actions_register'];

interface Vault {
  open(action: string, id: Buffer, sealed: Buffer): Promise<unknown>;
  openOrWhy(action: string, id: Buffer, sealed: Buffer): Promise<unknown>;
  makeToken(purpose: string, id: Buffer): string;
}

const vault = (): Vault => app.strapi.plugin('campaign-actions').service<Vault>('vault');

/** One bit of what is sealed, as a bad disk or a hand in the database would change it. */
const alter = async (table: string, row: { id: Buffer; sealed: Buffer | null }): Promise<void> => {
  const sealed = Buffer.from(row.sealed as Buffer);
  sealed[40] = (sealed[40] ?? 0) ^ 1;
  await app.strapi.db.connection(table).where({ id: row.id }).update({ sealed });
};

const marked = (table: string, id: Buffer): Promise<string[]> =>
  app.strapi.db.connection(table).where({ id }).pluck('unreadable');

const auditLines = async (action: string): Promise<string[]> =>
  app.strapi.db
    .connection('campaign_actions_audit')
    .where({ deed: 'row.unreadable', action })
    .pluck('details');

interface AuditLine {
  book: string;
  row: string;
}

const lineIn = (details = ''): AuditLine => JSON.parse(details) as AuditLine;

const logged = (): string[] => app.logs.filter((line) => line.includes('does not open'));

const waitingOne = async (action: string) => {
  const person = canaryPerson();
  await supporters.sign(action, person);
  const links = await supporters.tokens(person.email);
  await supporters.everyMailIsOut();
  const rows = await supporters.submissions(action);
  const row = rows.find(({ id }) => vault().makeToken('confirm', id) === links.confirm);
  if (!row) throw new Error('There is no submission behind the link.');
  return { ...person, ...links, row };
};

describe('A row that does not open any more (R-22)', () => {
  it('is set aside once, its link says that it is not valid, and everybody else goes on', async () => {
    const { documentId } = await make.action();
    const [hurt, well] = [await waitingOne(documentId), await waitingOne(documentId)];
    await alter(SUBMISSIONS, hurt.row);

    for (let again = 0; again < 2; again += 1) {
      const refused = await supporters.confirm(hurt.confirm);
      expect([refused.status, refused.body.error.details.code]).toEqual([410, 'link-not-valid']);
    }
    expect((await supporters.confirm(well.confirm)).status).toBe(200);
    await supporters.everyMailIsOut();

    expect(await supporters.submissions(documentId)).toHaveLength(2);
    expect(await marked(SUBMISSIONS, hurt.row.id)).toEqual(['altered']);
    expect(await marked(SUBMISSIONS, well.row.id)).toEqual([null]);
    const lines = await auditLines(documentId);
    expect(lines).toHaveLength(1);
    expect(lineIn(lines[0])).toMatchObject({ book: 'submissions', why: 'altered' });
    const told = logged().filter((line) => line.includes(lineIn(lines[0]).row));
    expect(told).toHaveLength(1);
    for (const text of [...lines, ...told]) {
      expect(canariesIn(text)).toEqual([]);
      expect(text).not.toContain(hurt.row.id.toString('hex'));
    }
    expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
    await supporters.ledgerEqualsRows();
  });

  it('gets no mail, and keeps no other mail waiting (R-22)', async () => {
    const { documentId } = await make.action();
    const hurt = await waitingOne(documentId);
    await alter(SUBMISSIONS, hurt.row);
    const before = (await mails(app.mailDir)).length;
    await app.strapi.db.connection('campaign_actions_outbox').insert([
      { id: randomBytes(16), kind: 'confirm', action: documentId, row_id: hurt.row.id },
      {
        id: randomBytes(16),
        kind: 'thanks',
        action: documentId,
        row_id: hurt.row.id,
        sealed: hurt.row.sealed,
      },
    ]);
    await waitingOne(documentId);
    expect(await mails(app.mailDir)).toHaveLength(before + 1);
    const books = (await auditLines(documentId)).map((line) => lineIn(line).book);
    expect(books.sort()).toEqual(['outbox', 'submissions']);
  });

  it('in the register still counts, still can be taken back, and keeps nobody from signing', async () => {
    const { documentId } = await make.action();
    const signed = await waitingOne(documentId);
    await supporters.confirm(signed.confirm);
    const { withdraw } = await supporters.tokens(signed.email, 2);
    const [row] = await supporters.register(documentId);
    if (!row) throw new Error('Nothing was signed.');
    await alter(REGISTER, row);

    // The register holds an address that nobody can compare: the mail asks, and tells nothing.
    await supporters.sign(documentId, { email: signed.email });
    const { confirm, mail } = await supporters.tokens(signed.email, 3);
    expect(mail.text).not.toContain('already');
    expect((await supporters.confirm(confirm)).status).toBe(200);
    expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
    expect(await marked(REGISTER, row.id)).toEqual(['altered']);

    expect((await supporters.withdraw(withdraw)).status).toBe(200);
    expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 0 });
  });

  it('can still be rejected: it is deleted unread', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    await supporters.sign(documentId, canaryPerson());
    const [row] = await supporters.register(documentId);
    if (!row) throw new Error('Nothing was signed.');
    await alter(REGISTER, row);
    const { status } = await supporters.reject(vault().makeToken('reject', row.id));
    expect(status).toBe(200);
    expect(await supporters.register(documentId)).toEqual([]);
    await supporters.ledgerEqualsRows();
  });

  it('is named in lists and exports by what is wrong with it, and the others are read', async () => {
    const { documentId } = await make.action();
    const { row, email } = await waitingOne(documentId);
    const [sealed, whole] = [Buffer.from(row.sealed as Buffer), row.sealed as Buffer];
    sealed[40] = (sealed[40] ?? 0) ^ 1;
    const look = (blob: Buffer) => vault().openOrWhy(documentId, row.id, blob);
    expect(await look(whole)).toMatchObject({ opened: { email }, unreadable: null });
    expect(await look(sealed)).toMatchObject({ opened: null, unreadable: { why: 'altered' } });
    const unknown = Buffer.from(whole);
    unknown.writeUInt32BE(77, 1);
    expect(await look(unknown)).toMatchObject({ unreadable: { why: 'data-key-missing' } });
    expect(await look(randomBytes(3))).toMatchObject({ unreadable: { why: 'altered' } });
  });
});

it('A key that one server alone was not given stops there what is under it, until it is back (R-22)', async () => {
  const mine = (await make.action()).documentId;
  const others = (await make.action()).documentId;
  const waiting = await waitingOne(others);
  await restart();
  // What another server does that has a newer key in front.
  const keys = () => app.strapi.db.connection('campaign_actions_keys').where({ action: others });
  await keys().update({ key_id: 'k9' });

  for (const refused of [
    await supporters.sign(others, canaryPerson()),
    await supporters.confirm(waiting.confirm),
  ]) {
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    expect(canariesIn(refused.text)).toEqual([]);
  }
  expect(app.logs.join('\n')).toContain('KeyMissing k9');
  const { id, sealed } = waiting.row;
  expect(await vault().openOrWhy(others, id, sealed as Buffer)).toMatchObject({
    unreadable: { why: 'key-missing', keyId: 'k9' },
  });
  expect((await supporters.sign(mine, canaryPerson())).status).toBe(202);
  expect(await marked(SUBMISSIONS, id)).toEqual([null]);

  await keys().update({ key_id: 'k1' });
  expect((await supporters.confirm(waiting.confirm)).status).toBe(200);
});
