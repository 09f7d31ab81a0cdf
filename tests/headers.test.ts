import { type App, startApp } from './app';
import { type Supporters, canaryPerson, supportersInEveryState } from './canary';
import { counters } from './counters';
import { maker } from './make';
import { API, signatures } from './signatures';

const CONTENT = 'public, max-age=10, stale-while-revalidate=60, stale-if-error=600';
const COUNTER = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=300';

const HISTORY = 'public, max-age=10, stale-while-revalidate=10, stale-if-error=300';

/** How long each of our doors may be kept; a new door has to be added here. */
const DOORS: Record<string, string> = {
  'GET /organisation': CONTENT,
  'GET /campaigns': CONTENT,
  'GET /campaigns/:id': CONTENT,
  'GET /actions': CONTENT,
  'GET /actions/:id': CONTENT,
  'GET /actions/:id/challenge': 'no-store',
  'GET /actions/:id/counter': COUNTER,
  'GET /actions/:id/counter/stream': 'no-cache, no-transform',
  'GET /actions/:id/counter/history': HISTORY,
  'GET /actions/:id/supporters': 'public, max-age=30',
  'GET /counters': COUNTER,
  'GET /confirm': 'no-store',
  'GET /on-behalf': 'no-store',
  'GET /ready': 'no-store',
  'GET /forms/sign/:id': 'no-store',
  'GET /forms/confirm': 'no-store',
  'GET /forms/withdraw': 'no-store',
  'GET /forms/reject': 'no-store',
  'POST /actions/:id/signatures': 'no-store',
  'POST /signatures/confirm': 'no-store',
  'POST /signatures/withdraw': 'no-store',
  'POST /signatures/reject': 'no-store',
  'POST /forms/sign/:id': 'no-store',
  'POST /forms/confirm': 'no-store',
  'POST /forms/withdraw': 'no-store',
  'POST /forms/reject': 'no-store',
};

interface Route {
  path: string;
  methods: string[];
}

describe('What caches on the way may keep (T-29)', () => {
  let app: App;
  let supporters: Supporters;

  beforeAll(async () => {
    app = await startApp();
    await maker(app).organisation();
    supporters = await supportersInEveryState(app);
    // A counter that still moves would change the ETags of the pages that show it.
    const [direct, asking] = supporters.actions;
    await counters(app).becomes(direct?.documentId ?? '', 3);
    await counters(app).becomes(asking?.documentId ?? '', 1);
  });
  afterAll(() => app.destroy());

  const doors = (method: string): string[] =>
    Object.keys(DOORS).filter((door) => door.startsWith(method));

  const pathOf = (door: string): string => {
    const [direct, showing] = supporters.actions;
    const action = door.endsWith('/supporters') ? showing : direct;
    const { documentId } = door.includes('/campaigns') ? supporters.campaign : (action ?? {});
    const [, path = ''] = door.split(' ');
    const query = path === '/counters' ? `?actions=${documentId}` : '';
    return API + path.replace(':id', documentId ?? '') + query;
  };

  it('is said for each of our doors, and for no others', () => {
    const routes = (app.strapi.server.listRoutes() as Route[])
      .filter(({ path }) => path.startsWith(`${API}/`))
      .flatMap(({ path, methods }) =>
        methods
          .filter((method) => method !== 'HEAD')
          .map((method) => `${method} ${path.slice(API.length)}`),
      );
    expect([...new Set(routes)].sort()).toEqual(Object.keys(DOORS).sort());
  });

  it('what is public is kept for a while, and asked for again by its ETag', async () => {
    for (const door of doors('GET').filter((each) => DOORS[each]?.startsWith('public'))) {
      const { status, headers } = await app.get(pathOf(door));
      const etag = headers.get('etag') ?? '';
      expect([door, status, headers.get('cache-control')]).toEqual([door, 200, DOORS[door]]);
      expect([door, etag]).toEqual([door, expect.stringMatching(/^"[\w-]{20,}"$/)]);
      expect([door, headers.get('set-cookie')]).toEqual([door, null]);
      const again = await app.get(pathOf(door), { headers: { 'If-None-Match': etag } });
      expect([door, again.status, again.text]).toEqual([door, 304, '']);
      expect(again.headers.get('cache-control')).toBe(DOORS[door]);
    }
  });

  it('a live counter is kept by nobody, and nobody on the way may change it', async () => {
    const { status, headers } = await app.get(pathOf('GET /actions/:id/counter/stream'));
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache, no-transform']);
    expect([headers.get('etag'), headers.get('set-cookie')]).toEqual([null, null]);
  });

  it('the page behind the links in mail is kept by nobody, and tells no other site about itself', async () => {
    const { status, headers } = await app.get(pathOf('GET /confirm'));
    expect([status, headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([
      200,
      'no-store',
      'no-referrer',
    ]);
    expect([headers.get('etag'), headers.get('set-cookie')]).toEqual([null, null]);
  });

  it('what a supporter sends and is answered is kept by nobody, whether it succeeds or fails', async () => {
    const { sign, confirm, withdraw, reject } = signatures(app);
    const [direct] = supporters.actions;
    const [confirmToken = '', rejectToken = ''] = supporters.tokens;
    const answers = await Promise.all([
      sign(direct?.documentId ?? '', canaryPerson()),
      sign(direct?.documentId ?? '', {}),
      sign('nobody', canaryPerson()),
      confirm(confirmToken),
      reject(rejectToken),
      withdraw(supporters.tokens.at(-3) ?? ''),
      ...[confirm, reject, withdraw].map((door) => door('x')),
      ...doors('POST').map((door) => app.post(pathOf(door), {})),
      ...doors('POST').map((door) => app.get(pathOf(door))),
      ...doors('POST').map((door) =>
        app.post(pathOf(door), {}, { headers: { 'Content-Type': 'text/plain' } }),
      ),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([200, 201, 400, 404, 405, 410, 415]),
    );
    for (const { status, headers } of answers) {
      expect([status, headers.get('cache-control')]).toEqual([status, 'no-store']);
      expect([status, headers.get('etag')]).toEqual([status, null]);
      expect([status, headers.get('set-cookie')]).toEqual([status, null]);
    }
  });
});
