import { type Answer, type App, startApp } from './app';
import { type Supporters, canaryPerson, givenAway, supportersInEveryState } from './canary';
import { ownTables } from './own-tables';
import { API, signatures } from './signatures';

const AT_ONCE = 20;

/** What somebody tries who knows Strapi, and wants to see who signed. */
const HOSTILE = [
  '',
  'populate=*',
  'populate=deep',
  'populate=signatures,submissions,register',
  'populate[signatures]=*',
  'populate[submissions][fields][0]=sealed',
  'populate[createdBy]=*',
  'populate[createdBy][populate]=*',
  'populate[action][populate]=*',
  'populate[role][populate]=users',
  'filters[email][$contains]=@',
  'filters[signatures][email][$contains]=@',
  'filters[sealed][$notNull]=true',
  'filters[createdBy][email][$contains]=a',
  'filters[$or][0][register][email][$startsWith]=k',
  'where[email][$contains]=@',
  'where[signatures][email]=x',
  'lookup[email]=x',
  'lookup[id]=1',
  '_where[email_contains]=@',
  '_q=example.org',
  'sort=email',
  'sort=createdAt:desc',
  'sort[signatures][email]=asc',
  'fields=*',
  'fields[0]=email',
  'fields[]=sealed',
  'status=draft',
  'status=draft&preview=1',
  'publicationState=preview',
  'hasPublishedVersion=false',
  'locale=*',
  'locale=all',
  'pagination[pageSize]=1000000',
  'pagination[limit]=-1',
  'pagination[start]=0&pagination[limit]=1000000&populate=*&status=draft&locale=*',
  'actions=ACTIONS&populate=*',
  'actions[]=ACTIONS&fields=sealed',
  '__proto__[email]=1&constructor[x]=1',
];

interface Route {
  path: string;
  methods: string[];
}

interface Permissions {
  providers: { action: { keys(): string[] } };
}

describe('Who signed', () => {
  let app: App;
  let supporters: Supporters;

  beforeAll(async () => {
    app = await startApp();
    supporters = await supportersInEveryState(app);
    expect([supporters.ids.length, supporters.times.length]).toEqual([9, 6]);
    // Strapi's own doors stumble over some of what is asked here, and say so at length.
    for (const transport of app.strapi.log.transports) transport.silent = true;
  });
  afterAll(() => app.destroy());

  const everyRoute = (): Route[] => app.strapi.server.listRoutes() as Route[];

  const filled = (path: string, value: string): string => path.replace(/:\w+|\(.*?\)/g, value);

  const expectNothing = (what: string, { text, headers }: Answer): void =>
    expect([what, givenAway(supporters, text + JSON.stringify([...headers]))]).toEqual([what, []]);

  const walk = async (paths: string[], init: RequestInit = {}): Promise<number[]> => {
    const statuses: number[] = [];
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const some = paths.slice(at, at + AT_ONCE);
      const answers = await Promise.all(some.map((path) => app.get(path, init)));
      answers.forEach((answer, index) => expectNothing(some[index] ?? '', answer));
      statuses.push(...answers.map(({ status }) => status));
    }
    return statuses;
  };

  it('is in no answer of any content route, though the public may do everything (T-23, T-25)', async () => {
    const role = (await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } })) as { id: number };
    const permissions = app.strapi.contentAPI.permissions as unknown as Permissions;
    const everything = permissions.providers.action.keys();
    expect(everything).toContain('plugin::users-permissions.user.find');
    for (const action of everything) {
      await app.strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: role.id } });
    }

    const [direct, asking] = supporters.actions.map(({ documentId }) => documentId);
    const values = [direct, asking, supporters.campaign.slug, '1', supporters.ids[0]];
    const paths = everyRoute()
      .filter(({ path, methods }) => path.startsWith('/api/') && methods.includes('GET'))
      .flatMap(({ path }) =>
        values.map((value) =>
          filled(path, Buffer.isBuffer(value) ? value.toString('hex') : String(value)),
        ),
      );
    expect(paths).toContain(`${API}/actions/${direct}/counter`);
    const asked = [...new Set(paths)].flatMap((path) =>
      HOSTILE.map((query) => `${path}?${query.replace('ACTIONS', `${direct},${asking}`)}`),
    );
    const statuses = await walk(asked);
    expect(statuses.length).toBeGreaterThan(1000);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(300);
  }, 180_000);

  it('makes none of our own doors fail, whatever is asked', async () => {
    const paths = everyRoute()
      .filter(({ path, methods }) => path.startsWith(API) && methods.includes('GET'))
      .flatMap(({ path }) => HOSTILE.map((query) => `${filled(path, '%00')}?${query}`));
    for (const status of await walk(paths)) expect(status).toBeLessThan(500);
  });

  it('is not in what a supporter is answered either (T-23)', async () => {
    const { sign, confirm, withdraw, reject } = signatures(app);
    for (const { documentId } of supporters.actions) {
      expectNothing('signed', await sign(documentId, canaryPerson()));
      expectNothing('refused', await sign(documentId, { ...canaryPerson(), country: 'Canada' }));
    }
    for (const token of supporters.tokens) {
      for (const door of [confirm, withdraw, reject]) {
        expectNothing('link', await door(token));
      }
    }
  });

  it('is shown to nobody by the content-manager, not even to a super admin (T-25)', async () => {
    const { body } = await app.post<{ data: { token: string } }>('/admin/register-admin', {
      email: 'ada@example.org',
      firstname: 'Ada',
      password: 'Panel-story-1',
    });
    const admin = { headers: { Authorization: `Bearer ${body.data.token}` } };
    const list = (uid: string): string[] => [
      `/content-manager/collection-types/${uid}?page=1&pageSize=100`,
      `/content-manager/collection-types/${uid}?filters[$and][0][id][$notNull]=true&populate=*`,
      `/content-manager/single-types/${uid}?populate=*`,
      `/content-manager/content-types/${uid}/configuration`,
    ];
    const known = await walk(Object.keys(app.strapi.contentTypes).flatMap(list), admin);
    expect(known.filter((status) => status === 200).length).toBeGreaterThan(20);

    const tables = await ownTables(app);
    const guesses = [
      ...tables,
      ...tables.map((table) =>
        table.replace('campaign_actions_', 'plugin::campaign-actions.').replace(/s$/, ''),
      ),
    ];
    for (const status of await walk(
      guesses.flatMap((uid) => list(uid).slice(0, 3)),
      admin,
    )) {
      expect(status).toBeGreaterThanOrEqual(400);
    }

    const panel = everyRoute()
      .filter(
        ({ path, methods }) => path.startsWith('/campaign-actions/') && methods.includes('GET'),
      )
      .flatMap(({ path }) =>
        supporters.actions.map(({ documentId }) => `${filled(path, documentId)}?populate=*`),
      );
    expect(await walk(panel, admin)).toContain(200);
  });
});
