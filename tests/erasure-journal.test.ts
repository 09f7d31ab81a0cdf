import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { canaryPerson } from './canary';
import { oneApp } from './one-app';
import { printedBy } from './operator-keys';
import { rowsOfTables } from './own-tables';

interface Journal {
  flush(): Promise<void>;
}

const REGISTER = 'campaign_actions_register';
const SUBMISSIONS = 'campaign_actions_submissions';
const ERASURES = 'campaign_actions_erasures';
const TABLES = [
  REGISTER,
  SUBMISSIONS,
  'campaign_actions_ledger',
  'campaign_actions_suppressions',
  'campaign_actions_outbox',
];

/** Commands boot Strapi, on a machine that may be busy. */
const SEVERAL_BOOTS_MS = 150_000;

describe('What was taken back does not come back with a backup (T-66)', () => {
  const { app, make, supporters, restart } = oneApp();
  const db = () => app.strapi.db.connection;
  const file = () => app.file('erasures.log');
  const lines = async (): Promise<string[]> => {
    await app.strapi.plugin('campaign-actions').service<Journal>('erasureJournal').flush();
    return (await readFile(file(), 'utf8')).split('\n').filter((line) => line !== '');
  };
  const replay = (from = file()): Promise<string> =>
    app
      .script('erasures', ['--file', from], { LOG_LEVEL: 'fatal' })
      .catch((error: unknown) => `failed: ${printedBy(error)}`);
  afterEach(() => supporters.ledgerEqualsRows());

  const signed = async (action: string) => {
    const person = canaryPerson();
    await supporters.sign(action, person);
    return { ...person, ...(await supporters.tokens(person.email)) };
  };
  const confirmed = async (action: string) => {
    const person = await signed(action);
    await supporters.confirm(person.confirm);
    const { withdraw } = await supporters.tokens(person.email, 2);
    return { ...person, withdraw };
  };
  const idsOf = async (table: string, action: string): Promise<string[]> =>
    (await db()(table).where({ action }).orderBy('id').pluck<Buffer[]>('id')).map((id) =>
      id.toString('hex'),
    );

  it('since a file outside the database names each withdrawal and rejection, once', async () => {
    const { documentId } = await make.action();
    const one = await confirmed(documentId);
    const [gone] = await idsOf(REGISTER, documentId);
    await supporters.withdraw(one.withdraw);
    await supporters.withdraw(one.withdraw);
    const two = await signed(documentId);
    await supporters.reject(two.reject);
    await supporters.reject(two.reject);
    const rejected = await db()(SUBMISSIONS)
      .where({ action: documentId, state: 'rejected' })
      .pluck<Buffer[]>('id');
    const today = new Date().toISOString().slice(0, 10);
    expect(await lines()).toEqual([
      `${today} withdrawn ${gone}`,
      `${today} rejected ${rejected[0]?.toString('hex')}`,
    ]);
    expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 0 });
  });

  it('also when the server is killed between the commit and the line', async () => {
    const { documentId } = await make.action();
    const before = await lines();
    await supporters.withdraw((await confirmed(documentId)).withdraw);
    const after = await lines();
    expect(after).toHaveLength(before.length + 1);
    // As it is when the commit was the last thing that happened, or the line was cut off.
    for (const cutOff of ['', (after.at(-1) ?? '').slice(0, 20)]) {
      await writeFile(file(), `${before.join('\n')}\n${cutOff}`);
      await restart();
      const found = (await lines()).filter((line) => line !== cutOff);
      expect(found).toEqual(after);
    }
    await rm(file());
    expect((await lines()).filter((line) => after.includes(line))).toEqual(after);
  });

  it(
    'but is deleted or anonymised again when the file is replayed, and a second time nothing changes',
    async () => {
      const { documentId } = await make.action();
      const people = [];
      for (let at = 0; at < 4; at += 1) people.push(await confirmed(documentId));
      const [withdrawn, rejectedLater, erased] = people;
      const [waitingRejected, waitingWithdrawn] = [
        await signed(documentId),
        await signed(documentId),
      ];
      await supporters.everyMailIsOut();
      const backup = await rowsOfTables(app, TABLES);

      await supporters.withdraw(withdrawn?.withdraw ?? '');
      await supporters.reject(rejectedLater?.reject ?? '');
      await supporters.reject(waitingRejected.reject);
      await supporters.confirm(waitingWithdrawn.confirm);
      await supporters.withdraw((await supporters.tokens(waitingWithdrawn.email, 2)).withdraw);
      await app.script('person', ['erase', '--yes'], { LOG_LEVEL: 'fatal' }, erased?.email);
      await supporters.everyMailIsOut();
      await lines();
      const journal = app.file('journal-of-that-day.log');
      await copyFile(file(), journal);

      for (const table of TABLES) {
        await db()(table).delete();
        for (const row of backup[table] ?? []) await db()(table).insert(row);
      }
      await db()(ERASURES).delete();
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 4 });

      expect(await replay(journal)).toContain(
        '✓ 5 rows that had been taken back are deleted, 1 signatures name nobody any more, 2 addresses are left in peace again',
      );
      const states = (await supporters.register(documentId)).map(({ state, sealed }) => [
        state,
        sealed !== null,
      ]);
      expect(states.sort()).toEqual([
        ['anonymised', false],
        ['counted', true],
      ]);
      const sealed = (await supporters.submissions(documentId)).filter((row) => row.sealed);
      expect(sealed).toEqual([]);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 2 });
      for (const { email } of [rejectedLater ?? { email: '' }, waitingRejected]) {
        expect((await supporters.sign(documentId, { email })).status).toBe(202);
      }
      expect((await supporters.submissions(documentId)).filter((row) => row.sealed)).toEqual([]);

      const after = await rowsOfTables(app, TABLES);
      expect(await replay(journal)).toContain('nothing changed');
      expect(await rowsOfTables(app, TABLES)).toEqual(after);
    },
    SEVERAL_BOOTS_MS,
  );

  it(
    'nor do the data of an action that were destroyed',
    async () => {
      const { documentId } = await make.action();
      await confirmed(documentId);
      await signed(documentId);
      await supporters.everyMailIsOut();
      const tables = [...TABLES, 'campaign_actions_keys', 'campaign_actions_policies'];
      const backup = await rowsOfTables(app, tables);
      await app.script('keys', ['shred', '--action', documentId, '--yes'], { LOG_LEVEL: 'fatal' });
      const today = new Date().toISOString().slice(0, 10);
      expect(await lines()).toContain(`${today} shredded ${documentId}`);
      const journal = app.file('journal-of-another-day.log');
      await copyFile(file(), journal);

      for (const table of tables) {
        await db()(table).delete();
        for (const row of backup[table] ?? []) await db()(table).insert(row);
      }
      await db()(ERASURES).delete();
      expect(await replay(journal)).toContain('✓ The data of 1 actions are destroyed again');
      const keys: unknown = await db()('campaign_actions_keys').where({ action: documentId });
      expect(keys).toMatchObject([{ wrapped: null }]);
      expect(await supporters.register(documentId)).toMatchObject([
        { state: 'anonymised', sealed: null },
      ]);
      expect(await supporters.submissions(documentId)).toEqual([]);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
      expect(await replay(journal)).toContain('nothing changed');
    },
    SEVERAL_BOOTS_MS,
  );

  it(
    'nor are those destroyed who sign later, whatever the file says of the action',
    async () => {
      const { documentId } = await make.action();
      const day = (days: number): string =>
        new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      const journal = app.file('journal-of-before-anybody.log');
      // Nobody had signed when the backup was made.
      await writeFile(journal, `${day(0)} shredded ${documentId}\n`);
      expect(await replay(journal)).toContain('nobody had signed, are closed again');
      expect(await replay(journal)).toContain('nothing changed');
      expect((await supporters.sign(documentId, canaryPerson())).status).toBe(410);

      const other = (await make.action()).documentId;
      await confirmed(other);
      await writeFile(journal, `${day(-1)} shredded ${other}\n`);
      expect(await replay(journal)).toContain(`! Left alone, since it was first signed after`);
      expect(await supporters.register(other)).toMatchObject([{ state: 'counted' }]);
    },
    SEVERAL_BOOTS_MS,
  );

  it(
    'nor does what was rejected, where nothing given can hash its address any more',
    async () => {
      const { documentId } = await make.action();
      const person = await confirmed(documentId);
      await supporters.everyMailIsOut();
      const backup = await rowsOfTables(app, TABLES);
      await supporters.reject(person.reject);
      await lines();
      const journal = app.file('journal-of-a-lost-table.log');
      await copyFile(file(), journal);
      for (const table of TABLES) {
        await db()(table).delete();
        for (const row of backup[table] ?? []) await db()(table).insert(row);
      }
      const keys = () => db()('campaign_actions_keys').where({ action: documentId });
      const [given] = await keys().pluck<number[]>('index_table');
      await keys().update({ index_table: 999 });
      expect(await replay(journal)).toContain('1 addresses are left in peace again');
      await keys().update({ index_table: given });
      expect(await supporters.register(documentId)).toEqual([]);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 0 });
    },
    SEVERAL_BOOTS_MS,
  );

  it('even where the file was damaged: every wrong line is named, and nothing of it is shown', async () => {
    const { documentId } = await make.action();
    const person = await confirmed(documentId);
    const [id] = await idsOf(REGISTER, documentId);
    const damaged = app.file('damaged.log');
    await writeFile(
      damaged,
      [`zoe@example.org`, `2026-01-01 withdrawn ${id}`, '2026-01-01 wit', 'erased'].join('\n'),
    );
    const printed = await replay(damaged);
    expect(printed).toMatch(/^failed: /);
    expect(printed).toContain('✓ 1 lines of');
    expect(printed).toContain('no lines of an erasure journal: 1, 3, 4.');
    expect(printed).not.toContain('zoe@');
    expect(await supporters.register(documentId)).toEqual([]);
    expect((await supporters.withdraw(person.withdraw)).status).toBe(200);
    expect(await replay(app.file('nowhere.log'))).toContain('The journal cannot be read (ENOENT)');
  });
});
