import { randomBytes } from 'node:crypto';
import { canaryPerson } from './canary';
import { someEmail } from './make';
import { oneApp } from './one-app';
import { rowsOfTables } from './own-tables';

interface Retention {
  run(now?: Date): Promise<Record<string, number> | null>;
}

const REGISTER = 'campaign_actions_register';
const SUBMISSIONS = 'campaign_actions_submissions';
const SUPPRESSIONS = 'campaign_actions_suppressions';
const LEASES = 'campaign_actions_leases';
const AUDIT = 'campaign_actions_audit';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const moved = (date: Date, ms: number): Date => new Date(date.getTime() + ms);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const midnightAfter = (day: string): Date => moved(new Date(`${day}T00:00:00.000Z`), DAY);

/** The very second before, and the moment itself. */
const around = (moment: Date): [Date, Date] => [moved(moment, -1000), moment];

describe('What is not kept for ever (T-67)', () => {
  const { app, make, supporters } = oneApp();
  const db = () => app.strapi.db.connection;
  const retain = (now?: Date) =>
    app.strapi.plugin('campaign-actions').service<Retention>('retention').run(now);
  afterEach(() => supporters.ledgerEqualsRows());

  const closing = moved(new Date(), HOUR);
  /** Six months on, to the second. */
  const gone = new Date(closing);
  gone.setUTCMonth(gone.getUTCMonth() + 6);

  const confirmed = async (action: string): Promise<void> => {
    const person = canaryPerson();
    await supporters.sign(action, person);
    await supporters.confirm((await supporters.tokens(person.email)).confirm);
  };

  it('is whoever did not confirm: gone at the end of the day on which the link expires', async () => {
    const { documentId } = await make.action();
    await supporters.sign(documentId, canaryPerson());
    await supporters.everyMailIsOut();
    const [row] = await supporters.submissions(documentId);
    expect(row?.expires_on).toBe(dayOf(moved(new Date(), 7 * DAY)));
    const [before, after] = around(midnightAfter(row?.expires_on ?? ''));
    await retain(before);
    expect(await supporters.submissions(documentId)).toHaveLength(1);
    expect(await retain(after)).toMatchObject({ expiredSubmissions: 1 });
    expect(await supporters.submissions(documentId)).toEqual([]);
  });

  it('is what stayed of links that were used, and never the signature itself', async () => {
    const { documentId } = await make.action();
    await confirmed(documentId);
    const person = canaryPerson();
    await supporters.sign(documentId, person);
    await supporters.reject((await supporters.tokens(person.email)).reject);
    await supporters.everyMailIsOut();
    const rows = await supporters.submissions(documentId);
    expect(rows.map(({ state }) => state).sort()).toEqual(['done', 'rejected']);
    const last = rows.map(({ expires_on }) => expires_on).sort()[1] ?? '';
    const [before, after] = around(midnightAfter(last));
    await retain(before);
    expect(await supporters.submissions(documentId)).not.toEqual([]);
    await retain(after);
    expect(await supporters.submissions(documentId)).toEqual([]);
    expect(await supporters.register(documentId)).toMatchObject([{ state: 'counted' }]);
  });

  it('is a test: gone after seven days, whatever became of it', async () => {
    const { documentId } = await make.action();
    for (let at = 0; at < 3; at += 1) await supporters.sign(documentId, canaryPerson());
    await supporters.everyMailIsOut();
    const [, second, third] = await supporters.submissions(documentId);
    const change = (id: Buffer | undefined, changes: object) =>
      db()(SUBMISSIONS).where({ id }).update(changes);
    await change(second?.id, { channel: 'test', state: 'held', expires_on: '2999-01-01' });
    await change(third?.id, { channel: 'test', state: 'done', expires_on: '2999-01-01' });
    await db()(SUBMISSIONS)
      .where({ action: documentId, channel: 'web' })
      .update({ expires_on: '2999-01-01' });
    const [before, after] = around(midnightAfter(dayOf(moved(new Date(), 7 * DAY))));
    await retain(before);
    expect(await supporters.submissions(documentId)).toHaveLength(3);
    await retain(after);
    expect(await supporters.submissions(documentId)).toMatchObject([{ channel: 'web' }]);
  });

  it('are names and addresses, six months after closing; the signatures still count', async () => {
    const { documentId } = await make.action({ confirmation: 'none', closesAt: closing });
    for (let at = 0; at < 3; at += 1) await supporters.sign(documentId, canaryPerson());
    const [one, two] = await supporters.register(documentId);
    await db()(REGISTER).where({ id: one?.id }).update({ state: 'invalidated' });
    await db()('campaign_actions_ledger').where({ action: documentId }).update({ signatures: 2 });
    // Of two rows that turned out to be one address, one may lose what it is found by.
    await db()(REGISTER).where({ id: two?.id }).update({ email_index: null });
    await supporters.sign(documentId, { ...canaryPerson(), leaveEmpty: 'held' });
    const ledger = await supporters.ledger(documentId);

    const [before, after] = around(gone);
    await retain(before);
    expect((await supporters.register(documentId)).every(({ sealed }) => sealed)).toBe(true);
    expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'held' }]);
    expect(await retain(after)).toMatchObject({ signatures: 3, heldSubmissions: 1 });
    const emptied = { sealed: null, email_index: null, index_key: null, public_signature: null };
    const rows = await supporters.register(documentId);
    expect(rows.map(({ state }) => state).sort()).toEqual([
      'anonymised',
      'anonymised',
      'invalidated',
    ]);
    for (const row of rows) expect(row).toMatchObject(emptied);
    expect(await supporters.submissions(documentId)).toEqual([]);
    expect(await supporters.ledger(documentId)).toEqual(ledger);
    expect((await retain(after))?.signatures).toBeUndefined();
  });

  it('go when the action says, and never while it is open', async () => {
    const months = (retentionMonths: number, closesAt: Date | null) =>
      make.action({ confirmation: 'none', closesAt, retentionMonths });
    const [short, long, open] = await Promise.all([
      months(1, closing),
      months(12, closing),
      months(1, null),
    ]);
    for (const { documentId } of [short, long, open])
      await supporters.sign(documentId, canaryPerson());
    await retain(gone);
    const states = async ({ documentId }: { documentId: string }) =>
      (await supporters.register(documentId)).map(({ state }) => state);
    expect(await states(short)).toEqual(['anonymised']);
    expect(await states(long)).toEqual(['counted']);
    expect(await states(open)).toEqual(['counted']);
    await retain(moved(gone, 3650 * DAY));
    expect(await states(long)).toEqual(['anonymised']);
    expect(await states(open)).toEqual(['counted']);
  });

  it('are those who said “this was not me”, once nobody can be mailed for the action any more', async () => {
    const { documentId } = await make.action({ closesAt: closing });
    const { email } = canaryPerson();
    await supporters.sign(documentId, { email });
    await supporters.reject((await supporters.tokens(email)).reject);
    const left = () => db()(SUPPRESSIONS).where({ action: documentId });
    await retain(moved(closing, DAY));
    expect(await left()).toHaveLength(1);
    await retain(moved(closing, DAY + 1));
    expect(await left()).toHaveLength(0);
  });

  it('are the keys of days, so that an address of a fortnight ago cannot be compared again', async () => {
    interface DayKeys {
      of(day: string): Promise<unknown>;
    }
    const keys = app.strapi.plugin('campaign-actions').service<DayKeys>('dayKeys');
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-15']) await keys.of(day);
    const days = async () =>
      ((await rowsOfTables(app, ['campaign_actions_keys'])).campaign_actions_keys ?? [])
        .filter(({ action }) => action === 'day')
        .map(({ version }) => Number(version))
        .sort();
    const [before, after] = around(new Date('2026-03-15T00:00:00Z'));
    await retain(before);
    expect(await days()).toEqual([20260301, 20260302, 20260315]);
    await retain(after);
    expect(await days()).toEqual([20260302, 20260315]);
  });

  it('is noted in the audit as numbers, when there was anything', async () => {
    const lines = () => db()(AUDIT).where({ deed: 'retention.run' });
    await retain(moved(gone, 4000 * DAY));
    const before = (await lines()).length;
    await retain(moved(gone, 4000 * DAY));
    expect(await lines()).toHaveLength(before);
    const { documentId } = await make.action();
    await supporters.sign(documentId, canaryPerson());
    await retain(moved(gone, 4000 * DAY));
    const last = (await lines()).at(-1) as { who: string; details: string };
    expect(last).toMatchObject({ who: 'retention', details: '{"expiredSubmissions":1}' });
  });
});

describe('The job that erases', () => {
  const { app, make, supporters, restart } = oneApp();
  const db = () => app.strapi.db.connection;
  const retain = (now?: Date) =>
    app.strapi.plugin('campaign-actions').service<Retention>('retention').run(now);
  afterEach(() => supporters.ledgerEqualsRows());
  const MANY = 1500;

  /** An action that closed long ago, with more signatures than one transaction takes. */
  const longClosed = async () => {
    const { documentId: action } = await make.action({
      confirmation: 'none',
      closesAt: moved(new Date(), HOUR),
      retentionMonths: 1,
    });
    await supporters.sign(action, { email: someEmail() });
    const [one] = await supporters.register(action);
    const rows = Array.from({ length: MANY - 1 }, () => ({
      ...one,
      id: randomBytes(16),
      email_index: randomBytes(32),
    }));
    await db().batchInsert(REGISTER, rows, 50);
    await db()('campaign_actions_ledger').where({ action }).update({ signatures: MANY });
    const left = async (): Promise<number> =>
      (await db()(REGISTER).where({ action }).whereNotNull('sealed').pluck('id')).length;
    return { action, left, now: moved(new Date(), 90 * DAY) };
  };

  const untilHalfDone = async (left: () => Promise<number>): Promise<void> => {
    const patience = Date.now() + 20_000;
    while ((await left()) === MANY && Date.now() < patience)
      await new Promise((resolve) => setImmediate(resolve));
  };

  it('is done by one node at a time, by another when that has died', async () => {
    const { left, now } = await longClosed();
    const until = (when: Date) =>
      db()(LEASES).where({ name: 'retention' }).update({ holder: 'other node', until: when });
    await retain();
    await until(moved(new Date(), HOUR));
    expect(await retain(now)).toBeNull();
    expect(await left()).toBe(MANY);
    await until(moved(new Date(), -1000));
    expect(await retain(now)).toMatchObject({ signatures: MANY });
    expect(await left()).toBe(0);
  });

  it('ends at once when another node has taken over, and that one completes it', async () => {
    const { left, now } = await longClosed();
    const run = retain(now);
    const ended = expect(run).rejects.toThrow();
    await untilHalfDone(left);
    await db()(LEASES).where({ name: 'retention' }).update({ holder: 'other node' });
    await ended;
    const halfDone = await left();
    expect(halfDone).toBeGreaterThan(0);
    await db()(LEASES)
      .where({ name: 'retention' })
      .update({ until: moved(new Date(), -1000) });
    expect(await retain(now)).toMatchObject({ signatures: halfDone });
    expect(await left()).toBe(0);
  });

  it('stops when the server does, leaves the job to others, and is completed by the next run', async () => {
    const { left, now } = await longClosed();
    const run = retain(now);
    await untilHalfDone(left);
    await restart();
    const [erased, rest] = [(await run)?.signatures ?? 0, await left()];
    expect(rest).toBeGreaterThan(0);
    expect(erased + rest).toBe(MANY);
    // Freed by the one that stopped, so that the one that started had its turn at once.
    await expectLease(true);
    await retain(now);
    expect(await left()).toBe(0);
  });

  const expectLease = async (held: boolean): Promise<void> => {
    const patience = Date.now() + 10_000;
    let row: unknown;
    do row = await db()(LEASES).where({ name: 'retention' }).first('holder');
    while ((row !== undefined) !== held && Date.now() < patience);
    expect(row !== undefined).toBe(held);
  };

  it('erases nothing when a command is run', async () => {
    const { documentId } = await make.action();
    await supporters.sign(documentId, { email: someEmail() });
    await supporters.everyMailIsOut();
    await db()(SUBMISSIONS).update({ expires_on: '2020-01-01' });
    await db()(LEASES).delete();
    await app.command(['configuration:dump', '--file', app.file('configuration.json')]);
    expect(await supporters.submissions(documentId)).toHaveLength(1);
    expect(await db()(LEASES)).toEqual([]);
    await retain();
    expect(await supporters.submissions(documentId)).toEqual([]);
  });
});
