import { counters } from './counters';
import { someEmail } from './make';
import { oneApp } from './one-app';
import { API, type Counted } from './signatures';

const onSqlite = process.env.DATABASE_CLIENT !== 'postgres';

describe('The counter board', () => {
  const { app, make, supporters } = oneApp();
  const { read, becomes } = counters(app);

  it('gives the same bytes, by whatever name and however many at once, until the counter moves', async () => {
    const { documentId, slug } = await make.action({ confirmation: 'none' });
    const one = await app.get(`${API}/actions/${slug}/counter`);
    const again = await app.get(`${API}/actions/${documentId}/counter?utm_source=mail&locale=en`);
    expect([again.text, again.headers.get('etag')]).toEqual([one.text, one.headers.get('etag')]);
    const { data } = one.body as { data: Counted };
    const many = await app.get(`${API}/counters?actions=${slug},nobody,${documentId}`);
    expect(many.body).toEqual({ data: { [slug]: data, [documentId]: data }, meta: {} });

    await supporters.sign(documentId, { email: someEmail() });
    await becomes(documentId, 1);
    const moved = await app.get(`${API}/actions/${slug}/counter`, {
      headers: { 'If-None-Match': one.headers.get('etag') ?? '' },
    });
    expect(moved.status).toBe(200);
    expect(moved.headers.get('etag')).not.toBe(one.headers.get('etag'));
  });

  it('costs a query a second at most, whoever reads which counter in whatever locale', async () => {
    const { documentId, slug } = await make.action({ confirmation: 'none' });
    await read(documentId);
    const asked: string[] = [];
    const note = ({ sql }: { sql: string }) => asked.push(sql);
    app.strapi.db.connection.on('query', note);
    const startedAt = Date.now();
    for (let i = 0; i < 100; i += 1) {
      await read(documentId, `?locale=x-${i}`);
      await read(slug, `?locale=fr-${i}&cache=${i}`);
      await app.get(`${API}/counters?actions=${slug},${documentId}&locale=en-${i}`);
    }
    const seconds = Math.ceil((Date.now() - startedAt) / 1000);
    app.strapi.db.connection.off('query', note);
    const ours = asked.filter((sql) => sql.includes('campaign_actions_policies'));
    expect(ours.length).toBeLessThanOrEqual(seconds + 1);
  });

  it('says what it said last while the database does not answer, and recovers by itself', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    await supporters.sign(documentId, { email: someEmail() });
    await supporters.everyMailIsOut();
    await becomes(documentId, 1);

    // SQLite has one connection; on PostgreSQL nobody else may look at the ledger.
    const held = await app.strapi.db.connection.transaction();
    if (!onSqlite) await held.raw('lock table campaign_actions_ledger in access exclusive mode');
    const until = Date.now() + 2000;
    // Answered while it is held, or this would never end.
    while (Date.now() < until) expect((await read(documentId)).total).toBe(1);
    await held('campaign_actions_ledger')
      .where({ action: documentId })
      .update({ signatures: 5, shown: 5, revision: 9 });
    await held.commit();
    await becomes(documentId, 5);
  });
});
