import { type App, startApp } from './app';
import { type Listening, blocksOf, listen } from './listen';
import { type Made, maker, someEmail } from './make';
import { API, type Counted, type SignatureAnswer, signatures } from './signatures';

const ACTION = 'plugin::campaign-actions.action';

describe.each([
  ['ahead of Koa', 'on'],
  ['through Strapi', 'off'],
])('A live counter, %s', (_way, early) => {
  let app: App;
  let petition: Made;
  let open: Listening[] = [];
  let stories = 0;

  const pathOf = (action: string, query = '') => `${API}/actions/${action}/counter/stream${query}`;
  /** Each story has a visitor of its own: the node learns a moment late that another one left. */
  const visitor = () => ({ 'X-Forwarded-For': `198.51.100.${stories}` });
  const join = async (action: string, query = '', headers: Record<string, string> = {}) => {
    const listening = await listen(app, pathOf(action, query), { ...visitor(), ...headers });
    open.push(listening);
    return listening;
  };
  const documents = () => app.strapi.documents(ACTION);
  const sign = async (action: string): Promise<void> => {
    const { status } = await signatures(app).sign(action, { email: someEmail() });
    expect(status).toBe(201);
  };

  beforeAll(async () => {
    app = await startApp({ CAMPAIGN_ACTIONS_EARLY_PATH: early, PROXY_HOPS: '1' });
    const make = maker(app);
    await make.locale('fr');
    petition = await make.action({ confirmation: 'none', goal: 100 });
    await documents().update({
      documentId: petition.documentId,
      locale: 'fr',
      status: 'published',
      data: {
        title: 'Agissez',
        slug: 'agissez',
        statement: 'Exhortez les responsables à agir.',
        counterLabel: '{count, plural, one {# personne a} other {# personnes ont}} agi',
      },
    } as never);
  });
  beforeEach(() => {
    stories += 1;
  });
  afterEach(async () => {
    await Promise.all(open.map((listening) => listening.leave()));
    open = [];
  });
  afterAll(() => app.destroy());

  it('is told at once, and is the counter that everybody reads', async () => {
    const listening = await join(petition.slug);
    const { body } = await app.get<{ data: Counted }>(`${API}/actions/${petition.slug}/counter`);
    expect(await listening.next()).toEqual(body.data);
    const [first] = blocksOf(listening.text());
    expect(first?.retry).toBeGreaterThan(0);
    const told = blocksOf(listening.text()).find(({ said }) => said !== null);
    expect(told?.said?.id).toBe(String(body.data.revision));
  });

  it('comes with headers that let any page read it, and nobody on the way keep it or hold it up', async () => {
    const { status, headers } = await join(petition.slug, '', {
      Origin: 'https://page.example.org',
    });
    expect([status, headers]).toEqual([
      200,
      expect.objectContaining({
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': '*',
        connection: 'close',
      }),
    ]);
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('moves when somebody else signs', async () => {
    const listening = await join(petition.slug);
    const before = await listening.next();
    await sign(petition.slug);
    const after = await listening.next();
    expect(after.total).toBe((before.total ?? 0) + 1);
    expect(after.revision).toBeGreaterThan(before.revision ?? 0);
  });

  it('is said in the language that each listener asked for', async () => {
    const english = await join(petition.slug, '?locale=en-CA&utm_source=mail');
    const french = await join('agissez', '?locale=fr-CA');
    const { total } = await english.next();
    await french.next();
    await sign(petition.slug);
    const next = (total ?? 0) + 1;
    expect((await english.next()).label).toMatch(new RegExp(`^${next} (person|people) ha`));
    expect((await french.next()).label).toMatch(new RegExp(`^${next} personnes? (a|ont) agi$`));
  });

  it('moves when an editor changes the goal, and says so when the action is closed', async () => {
    const { documentId } = await maker(app).action({ goal: 100 });
    const listening = await join(documentId);
    expect(await listening.next()).toMatchObject({ goal: 100, state: 'open' });
    await documents().update({ documentId, status: 'published', data: { goal: 500 } } as never);
    expect(await listening.next()).toMatchObject({ goal: 500, state: 'open' });
    await documents().unpublish({ documentId });
    expect(await listening.next()).toMatchObject({ goal: 500, state: 'closed' });
  });

  it('is told anew to a client that comes back, whatever it says it has heard', async () => {
    const listening = await join(petition.slug, '', {
      'Last-Event-ID': '99',
      'If-None-Match': '*',
    });
    expect((await listening.next()).action).toBe(petition.documentId);
  });

  it('does not keep a client waiting that asks for the head alone', async () => {
    const { status, headers } = await app.get(pathOf(petition.slug), {
      method: 'HEAD',
      headers: visitor(),
    });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  });

  it('is not there for an action that was never published', async () => {
    const draft = await maker(app).action({ status: 'draft' });
    for (const id of [draft.documentId, draft.slug, 'nobody', '%00'])
      expect([id, (await app.get(pathOf(id))).status]).toEqual([id, 404]);
  });

  it('is refused to the sixth listener of one address, who is told to read the counter instead (T-55)', async () => {
    for (let nth = 0; nth < 5; nth += 1) expect((await join(petition.slug)).status).toBe(200);
    const { status, headers, body } = await app.get<SignatureAnswer>(pathOf(petition.slug), {
      headers: visitor(),
    });
    expect([status, headers.get('retry-after')]).toEqual([503, '30']);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body.error.details).toEqual({ code: 'too-many-streams' });
    expect((await app.get(`${API}/actions/${petition.slug}/counter`)).status).toBe(200);
  });

  it('ends cleanly when the node stops, and says when to come back (R-13)', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => join(petition.slug)));
    await Promise.all(all.map((listening) => listening.next()));
    const ended = Promise.all(all.map((listening) => listening.ended()));
    const stopped = await app.stop();
    await ended;
    for (const listening of all) {
      const last = blocksOf(listening.text()).at(-1);
      expect(last).toEqual({ said: null, retry: expect.any(Number) as number });
    }
    app = await stopped.start();
    expect((await join(petition.slug)).status).toBe(200);
  });
});

describe('The limits of live counters', () => {
  it('are the operator’s to set; behind a proxy that nobody told us of, that of the node alone holds', async () => {
    const app = await startApp({
      CAMPAIGN_ACTIONS_EARLY_PATH: 'on',
      PROXY_HOPS: '0',
      CAMPAIGN_ACTIONS_STREAMS_PER_ADDRESS: '2',
      CAMPAIGN_ACTIONS_STREAMS_PER_NODE: '5',
    });
    const { slug } = await maker(app).action();
    const join = async (headers?: Record<string, string>) =>
      (await listen(app, `${API}/actions/${slug}/counter/stream`, headers)).status;
    const statuses = [await join(), await join(), await join()];
    for (let nth = 0; nth < 4; nth += 1)
      statuses.push(await join({ 'X-Forwarded-For': '198.51.100.7' }));
    expect(statuses).toEqual([200, 200, 503, 200, 200, 200, 503]);
    await app.destroy();
  });

  it('must be numbers', async () => {
    const start = startApp({ CAMPAIGN_ACTIONS_STREAMS_PER_NODE: 'many' });
    await expect(start).rejects.toThrow(/streams\.perNode/);
  });
});
