import { type Node, startAnotherNode } from './another-node';
import { invalidating, stuff } from './invalidations';
import { someEmail } from './make';
import { API } from './signatures';
import { type Vault, signing } from './signing';

const { app, make, supporters, restart } = signing();
const editor = invalidating(app);
beforeAll(() => editor.signIn());

/** SQLite has one server at a time. */
const onPostgres = process.env.DATABASE_CLIENT === 'postgres' ? describe : describe.skip;

const post = async (node: { url: string }, path: string, data: object): Promise<number> => {
  const response = await fetch(`${node.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...editor.headers() },
    body: JSON.stringify({ data }),
  });
  await response.arrayBuffer();
  return response.status;
};

/** This node goes on with nothing, so that the other does it all. */
const rest = (): Promise<void> =>
  app.strapi.plugin('campaign-actions').service<{ stop(): Promise<void> }>('invalidations').stop();

describe('R-17: setting signatures aside, killed half way', () => {
  const COUNT = 6000;

  /** Another node does it, until it is killed. */
  const killedHalfWay = async (
    documentId: string,
    id: string,
    deed: 'start' | 'undo',
  ): Promise<void> => {
    const done = deed === 'start' ? 'invalidated' : 'restored';
    await rest();
    const node: Node = await startAnotherNode();
    const to = `${editor.at(documentId)}/${id}/${deed}`;
    expect(await post(node, to, { count: COUNT })).toBe(200);
    await editor.becomes(documentId, id, (now) => now[done] > 0);
    await node.kill();
    await supporters.ledgerEqualsRows();
    expect((await editor.show(documentId, id))[done]).toBeLessThan(COUNT);
  };

  it('is gone on with by whoever starts next, to the last one', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    await stuff(app, documentId, COUNT);
    const { id } = await editor.look(documentId, { channels: ['import'] });
    await killedHalfWay(documentId, id, 'start');
    await restart();
    const done = await editor.becomes(documentId, id, editor.is('done'));
    expect(done.invalidated).toBe(COUNT);
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
  });

  it('is undone to the last one, too', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    await stuff(app, documentId, COUNT);
    const { id } = await editor.look(documentId, { channels: ['import'] });
    await editor.act(documentId, id, 'start', { count: COUNT });
    await editor.becomes(documentId, id, editor.is('done'));
    await killedHalfWay(documentId, id, 'undo');
    await restart();
    const undone = await editor.becomes(documentId, id, editor.is('undone'));
    expect(undone.restored).toBe(COUNT);
    expect((await supporters.ledger(documentId)).signatures).toBe(COUNT);
  });
});

onPostgres(
  'R-06: setting signatures aside while others confirm and withdraw on another node',
  () => {
    it('loses none, counts none twice, and every link works', async () => {
      const node = await startAnotherNode();
      const { documentId } = await make.action({ confirmation: 'required' });
      const vault = app.strapi.plugin('campaign-actions').service<Vault>('vault');
      const emails = Array.from({ length: 60 }, () => someEmail());
      // Each signs twice: the first is confirmed now, the second while the editor is at work.
      const signAll = async (): Promise<Buffer[]> => {
        const before = new Set(
          (await supporters.submissions(documentId)).map(({ id }) => id.toString('hex')),
        );
        await Promise.all(emails.map((email) => supporters.sign(documentId, { email })));
        const all = await supporters.submissions(documentId);
        return all.map(({ id }) => id).filter((one) => !before.has(one.toString('hex')));
      };
      const link = (purpose: 'confirm' | 'withdraw', id: Buffer, at: { url: string }) =>
        post(at, `${API}/signatures/${purpose}`, { token: vault.makeToken(purpose, id) });
      const first = await signAll();
      const second = await signAll();
      await Promise.all(first.map((id) => link('confirm', id, app)));

      const editing = async (): Promise<void> => {
        for (let round = 0; round < 3; round += 1) {
          const { id, count } = await editor.look(documentId, { channels: ['web'] });
          expect((await editor.act(documentId, id, 'start', { count })).status).toBe(200);
          await editor.becomes(documentId, id, editor.is('done'));
          await supporters.ledgerEqualsRows();
          await editor.act(documentId, id, 'undo');
          await editor.becomes(documentId, id, editor.is('undone'));
        }
      };
      const clicking = async (): Promise<number[]> => {
        const statuses: number[] = [];
        for (const [at, id] of second.entries()) {
          const [here, there] = at % 2 === 0 ? [app, node] : [node, app];
          const other = first[at] ?? id;
          statuses.push(
            ...(await Promise.all([
              link('confirm', id, here),
              link('confirm', id, there),
              ...(at % 3 === 0 ? [link('withdraw', other, there)] : []),
            ])),
          );
        }
        return statuses;
      };
      const [statuses] = await Promise.all([clicking(), editing()]);
      expect([...new Set(statuses)]).toEqual([200]);
      const rows = await supporters.register(documentId);
      // Whoever withdrew before their second link is in by that; after it, they are out.
      expect(rows.length).toBeGreaterThanOrEqual(40);
      expect(rows.length).toBeLessThanOrEqual(60);
      expect(rows.every(({ state }) => state === 'counted')).toBe(true);
      expect((await supporters.ledger(documentId)).signatures).toBe(rows.length);
      await node.stop();
    });
  },
);
