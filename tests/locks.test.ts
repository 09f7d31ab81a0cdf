import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { type Node, startAnotherNode } from './another-node';
import { someEmail } from './make';
import { oneApp } from './one-app';

const SUBMISSIONS = 'campaign_actions_submissions';
const REGISTER = 'campaign_actions_register';

interface Books {
  durably<T>(work: (inside: Books) => Promise<T>): Promise<T>;
  submissions: {
    finish(ids: Buffer[]): Promise<Buffer[]>;
    expireBy(ids: Buffer[], day: string): Promise<void>;
  };
}

/** SQLite has one writer at a time: nobody can wait in a circle there. */
const onPostgres = process.env.DATABASE_CLIENT === 'postgres' ? describe : describe.skip;

onPostgres('Two nodes at the same rows', () => {
  let knex: Knex;
  let books: Books;
  const { make, supporters } = oneApp(({ app: { strapi } }) => {
    knex = strapi.db.connection;
    books = strapi.plugin('campaign-actions').service<Books>('books');
    return Promise.resolve();
  });

  const somebodyWaits = async (longest = 10_000): Promise<void> => {
    const patience = Date.now() + longest;
    while (Date.now() < patience) {
      const waiting: unknown = await knex('pg_stat_activity')
        .whereRaw(`wait_event_type = 'Lock' and datname = current_database()`)
        .first('pid');
      if (waiting) return;
      await sleep(10);
    }
    throw new Error('Nobody waits for a lock.');
  };

  /** Does something while another transaction keeps a row to itself. */
  const whileLocked = async (
    { table, id }: { table: string; id: Buffer },
    work: (other: Knex.Transaction) => Promise<void>,
  ): Promise<void> => {
    const other = await knex.transaction();
    try {
      await other(table).where({ id }).forUpdate().select('id');
      await work(other);
    } finally {
      if (!other.isCompleted()) await other.rollback();
    }
  };

  it('let others in while one waits to add a column that the database lacks', async () => {
    const [table, column] = [SUBMISSIONS, 'suppression_table'];
    await knex.schema.alterTable(table, (altered) => void altered.dropColumn(column));
    const long = await knex.transaction();
    let starting: Promise<Node>;
    try {
      await long(table).first('id');
      starting = startAnotherNode();
      await somebodyWaits(60_000);
      await knex(table).first('id');
      expect(await knex.schema.hasColumn(table, column)).toBe(false);
    } finally {
      await long.rollback();
    }
    await (await starting).stop();
    expect(await knex.schema.hasColumn(table, column)).toBe(true);
  }, 120_000);

  it('never wait in a circle while one mails and the other confirms', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    for (let at = 0; at < 3; at += 1) await supporters.sign(documentId, { email: someEmail() });
    await supporters.everyMailIsOut();
    const [first, second, third] = (await knex(SUBMISSIONS)
      .where({ action: documentId })
      .orderBy('id')
      .pluck('id')) as [Buffer, Buffer, Buffer];

    let mailing = Promise.resolve();
    await whileLocked({ table: SUBMISSIONS, id: first }, async () => {
      mailing = books.durably(({ submissions }) =>
        submissions.expireBy([third, first, second], '2026-01-01'),
      );
      await somebodyWaits();
      // Had the mailing one taken the third before it waits for the first, this would wait for it.
      const confirming = books.durably(({ submissions }) => submissions.finish([second, third]));
      expect(await confirming).toHaveLength(2);
    });
    await mailing;
  });

  it('count a confirmation whose address was withdrawn in the very moment', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    const email = someEmail();
    await supporters.sign(documentId, { email });
    await supporters.sign(documentId, { email });
    const [once, again] = await Promise.all([
      supporters.tokens(email),
      supporters.tokens(email, 2),
    ]);
    await supporters.confirm(once.confirm);
    const [row] = await supporters.register(documentId);
    const id = row?.id as Buffer;

    await whileLocked({ table: REGISTER, id }, async (other) => {
      // It saw that the address stands in the register already, and waits to add its consents.
      const confirming = supporters.confirm(again.confirm);
      await somebodyWaits();
      await other(REGISTER).where({ id }).delete();
      await other('campaign_actions_ledger').where({ action: documentId }).decrement('signatures');
      await other.commit();
      expect((await confirming).status).toBe(200);
    });
    const rows = await supporters.register(documentId);
    expect(rows.map((each) => each.id.equals(id))).toEqual([false]);
    await supporters.ledgerEqualsRows();
  });
});
