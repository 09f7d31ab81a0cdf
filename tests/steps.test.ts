import knex from 'knex';
import { createLedgerStore } from '../plugins/campaign-actions/server/src/counter/store';
import { counters } from './counters';
import { someEmail } from './make';
import { oneApp } from './one-app';

const ACTION = 'plugin::campaign-actions.action';
const LEDGER = 'campaign_actions_ledger';

interface LedgerRow {
  signatures: number;
  shown: number;
  revision: number;
  moves_at: Date | number;
}

describe('The counter of an action whose signers are at risk', () => {
  const { app, make, supporters } = oneApp();
  const { read, becomes } = counters(app);

  const rowOf = async (action: string): Promise<LedgerRow> =>
    (await app.strapi.db.connection(LEDGER).where({ action }).first()) as LedgerRow;

  const confirmOne = async (action: string): Promise<void> => {
    const email = someEmail();
    await supporters.sign(action, { email });
    const { confirm } = await supporters.tokens(email);
    expect((await supporters.confirm(confirm)).status).toBe(200);
  };

  const movesAt = (action: string, at: Date) =>
    app.strapi.db.connection(LEDGER).where({ action }).update({ moves_at: at });
  /** As if the seconds until the next step had passed. */
  const timePasses = (action: string) => movesAt(action, new Date(Date.now() - 60_000));
  /** So that a story may take its time. */
  const timeStands = (action: string) => movesAt(action, new Date(Date.now() + 3_600_000));

  const publish = (documentId: string, data: object) =>
    app.strapi
      .documents(ACTION as 'plugin::users-permissions.user')
      .update({ documentId, data, status: 'published' } as never);

  it('stays where it is until the next step is due, and then shows all at once (T-22)', async () => {
    const { documentId } = await make.action({ sensitive: true });
    await confirmOne(documentId);
    const before = Date.now();
    const first = await becomes(documentId, 1);
    const { moves_at: next, ...row } = await rowOf(documentId);
    expect(row).toMatchObject({ signatures: 1, shown: 1 });
    expect(Number(next)).toBeGreaterThanOrEqual(before + 5000);
    expect(Number(next)).toBeLessThanOrEqual(Date.now() + 7000);
    await timeStands(documentId);

    await confirmOne(documentId);
    await confirmOne(documentId);
    // Another action's counter is read together with this one, and says when that has happened.
    const { documentId: open } = await make.action({ confirmation: 'none' });
    await supporters.sign(open, { email: someEmail() });
    await becomes(open, 1);
    expect(await read(documentId)).toEqual(first);
    expect(await rowOf(documentId)).toMatchObject({ signatures: 3, shown: 1 });
    await supporters.ledgerEqualsRows();

    await timePasses(documentId);
    const second = await becomes(documentId, 3);
    expect(second.revision).toBe((first.revision ?? 0) + 1);
    expect(await rowOf(documentId)).toMatchObject({ signatures: 3, shown: 3 });
  });

  it.each([
    ['at risk', { sensitive: true }],
    ['of a usual action', { confirmation: 'required' }],
  ])(
    'tells nobody whether an address signed: two hundred known and unknown ones, %s (T-22)',
    async (_, values) => {
      const { documentId } = await make.action(values);
      const known = someEmail();
      await supporters.sign(documentId, { email: known });
      await supporters.confirm((await supporters.tokens(known)).confirm);
      await becomes(documentId, 1);
      const series = async (emailOf: () => string): Promise<unknown[]> => {
        const seen: unknown[] = [];
        for (let trial = 0; trial < 200; trial += 1) {
          expect((await supporters.sign(documentId, { email: emailOf() })).status).toBe(202);
          seen.push([await read(documentId), await rowOf(documentId)]);
        }
        return seen;
      };
      const ofUnknown = await series(() => someEmail());
      expect(await series(() => known)).toEqual(ofUnknown);
    },
  );

  it('tells the editors in the panel about every signature at once', async () => {
    const { documentId } = await make.action({ sensitive: true });
    await confirmOne(documentId);
    await becomes(documentId, 1);
    await timeStands(documentId);
    await confirmOne(documentId);
    const { body } = await app.post<{ data: { token: string } }>('/admin/register-admin', {
      email: 'ada@example.org',
      firstname: 'Ada',
      password: 'Panel-story-1',
    });
    const panel = await app.get<{ data: { total: number; signatures: number } }>(
      `/campaign-actions/actions/${documentId}/counter`,
      { headers: { Authorization: `Bearer ${body.data.token}` } },
    );
    expect(panel.body.data).toMatchObject({ total: 2, signatures: 2 });
    expect((await read(documentId)).total).toBe(1);
  });

  it('shows at once what was collected elsewhere', async () => {
    const { documentId } = await make.action({ sensitive: true });
    await confirmOne(documentId);
    await becomes(documentId, 1);
    await timeStands(documentId);
    await confirmOne(documentId);
    const offset = app.strapi.plugin('campaign-actions').service<{
      change(change: object): Promise<void>;
    }>('offset');
    await offset.change({ action: documentId, offset: 785, reason: 'On paper', who: 'Ada' });
    expect(await read(documentId)).toMatchObject({ total: 786, signatures: 1, offset: 785 });
  });

  it('shows everything at once when its signers are no longer at risk, and steps from when they are', async () => {
    const { documentId } = await make.action({ sensitive: true });
    await confirmOne(documentId);
    const { revision } = await becomes(documentId, 1);
    await timeStands(documentId);
    await confirmOne(documentId);
    await publish(documentId, { sensitive: false });
    expect(await read(documentId)).toMatchObject({ total: 2, revision: (revision ?? 0) + 1 });
    // Published again with nothing to publish, it is the same counter.
    await publish(documentId, { title: 'Edited' });
    expect((await rowOf(documentId)).revision).toBe((revision ?? 0) + 1);

    await confirmOne(documentId);
    await becomes(documentId, 3);
    await publish(documentId, { sensitive: true });
    await timeStands(documentId);
    await confirmOne(documentId);
    expect(await rowOf(documentId)).toMatchObject({ signatures: 4, shown: 3 });
    await timePasses(documentId);
    await becomes(documentId, 4);
  });

  it('is moved once, however many nodes find it due at the same time (R-06)', async () => {
    const { connection } = app.strapi.db;
    const connections = [0, 1].map(() => knex((connection.client as { config: object }).config));
    const nodes = connections.map((each) => createLedgerStore(each));
    const action = 'raced';
    await nodes[0]?.publishInSteps(action, true);
    for (let round = 1; round <= 20; round += 1) {
      await nodes[0]?.move(action, 1);
      await timePasses(action);
      const moved = await Promise.all(nodes.map((node) => node.step(action)));
      expect(moved.filter((numbers) => numbers !== null)).toEqual([
        { signatures: round, offset: 0, revision: round },
      ]);
      // Before the next step is due nobody moves it, however much there is to show.
      await nodes[1]?.move(action, 1);
      expect(await Promise.all(nodes.map((node) => node.step(action)))).toEqual([null, null]);
      await nodes[1]?.move(action, -1);
    }
    await Promise.all(connections.map((each) => each.destroy()));
  });
});
