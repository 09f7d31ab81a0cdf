import { actionsAnswer } from '../plugins/campaign-actions/contracts/action';
import { campaignsAnswer } from '../plugins/campaign-actions/contracts/campaign';
import { problem } from '../plugins/campaign-actions/contracts/problem';
import { type App, startApp } from './app';
import { type Made, maker } from './make';

const API = '/api/campaign-actions';
const CAMPAIGN = 'plugin::campaign-actions.campaign';
const CANARY = 'canary@example.org';

describe('lists of campaigns and actions', () => {
  let app: App;
  let petition: Made;
  let french: Made;

  const get = (path: string) => app.get(API + path);
  const campaigns = async (query = '') =>
    campaignsAnswer.parse((await get(`/campaigns?${query}`)).body);
  const titles = async (query = '') => (await campaigns(query)).data.map(({ title }) => title);

  beforeAll(async () => {
    app = await startApp();
    const make = maker(app);
    await make.locale('fr');
    const editor: unknown = await app.strapi.db.query('admin::user').create({
      data: { email: CANARY, firstname: 'Canary', password: 'Canary-1234', isActive: true },
    });
    petition = await make.action({ title: 'Petition', slug: 'petition', sensitive: true });
    await make.action({
      title: 'Letter',
      slug: 'letter',
      kind: 'letter',
      letter: { body: 'Dear President …', recipientName: 'The President' },
    });
    await make.action({ title: 'Draft', slug: 'draft', status: 'draft' });
    for (const title of ['Alpha', 'Bravo', 'Charlie']) {
      const made = await make.campaign({
        title,
        slug: title.toLowerCase(),
        action: petition.documentId,
        hero: { figure: '2', statement: 'people' },
      });
      await app.strapi.db.query(CAMPAIGN).updateMany({
        where: { documentId: made.documentId },
        data: { createdBy: (editor as { id: number }).id },
      });
    }
    french = await make.campaign({ title: 'Delta', slug: 'delta', locale: 'fr' });
    await make.campaign({ title: 'Echo', slug: 'echo', status: 'draft' });
  });
  afterAll(() => app.destroy());

  it('list what is published in one locale', async () => {
    const { data, meta } = await campaigns('sort=title');
    expect(data.map(({ title }) => title)).toEqual(['Alpha', 'Bravo', 'Charlie']);
    expect(data[0]).toMatchObject({
      locale: 'en',
      hero: { figure: '2' },
      action: { documentId: petition.documentId, slug: 'petition', kind: 'petition' },
    });
    expect(meta.pagination).toEqual({ page: 1, pageSize: 25, pageCount: 1, total: 3 });
    expect((await campaigns('locale=fr-CA')).data[0]?.documentId).toBe(french.documentId);
    expect(await titles('locale=de&sort=title')).toEqual(['Alpha', 'Bravo', 'Charlie']);
  });

  it('follow Strapi’s conventions for filters, sort, pagination and fields', async () => {
    expect(await titles('filters[title][$startsWith]=B')).toEqual(['Bravo']);
    expect(
      await titles('filters[$or][0][slug]=alpha&filters[$or][1][slug]=bravo&sort=slug'),
    ).toEqual(['Alpha', 'Bravo']);
    expect(await titles(`filters[action][$eq]=${petition.documentId}&sort=title:desc`)).toEqual([
      'Charlie',
      'Bravo',
      'Alpha',
    ]);
    const second = await campaigns('sort=title&pagination[page]=2&pagination[pageSize]=2');
    expect(second.data.map(({ title }) => title)).toEqual(['Charlie']);
    expect(second.meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
    const offset = await campaigns('sort=title&pagination[start]=1&pagination[limit]=1');
    expect(offset.data.map(({ title }) => title)).toEqual(['Bravo']);
    expect(offset.meta.pagination).toEqual({ start: 1, limit: 1, total: 3 });
    const few = await campaigns('sort=title&fields=title,slug&pagination[withCount]=false');
    expect(Object.keys(few.data[0] ?? {}).sort()).toEqual([
      'action',
      'documentId',
      'hero',
      'slug',
      'title',
    ]);
    expect(few.meta.pagination).toEqual({ page: 1, pageSize: 25 });
  });

  it('list actions likewise', async () => {
    const { data } = actionsAnswer.parse((await get('/actions?sort=title')).body);
    expect(data.map(({ title, sensitive }) => [title, sensitive])).toEqual([
      ['Letter', false],
      ['Petition', true],
    ]);
    const letters = actionsAnswer.parse((await get('/actions?filters[kind]=letter')).body);
    expect(letters.data.map(({ slug }) => slug)).toEqual(['letter']);
  });

  it.each([
    'utm_source=mail&fbclid=1&foo[bar]=1',
    'populate=*',
    'populate[createdBy][fields]=email',
    'status=draft',
    'hasPublishedVersion=false',
    'publicationFilter=never-published',
    'where[createdBy][email][$startsWith]=canary',
    'where[updatedBy][email]=x',
    'lookup[createdBy]=1',
    '_q=canary',
    'locale=*',
    'locale[]=fr',
    'page=2&pageSize=1&start=1&limit=1',
    'pagination=abc',
    'filters=',
    'sort=',
    'fields=',
    'fields=*',
  ])('T-25: answers the very same to %s', async (query) => {
    const plain = await get('/campaigns');
    const answer = await get(`/campaigns?${query}`);
    expect([answer.status, answer.text]).toEqual([200, plain.text]);
  });

  it.each([
    'filters[createdBy][email][$startsWith]=canary',
    'filters[createdBy]=1',
    'filters[updatedBy][email]=x',
    'filters[localizations][title]=Delta',
    'filters[localizations][createdBy][email][$contains]=canary',
    'filters[$or][0][createdBy][email]=x',
    'filters[$not][createdBy][email]=x',
    'filters[$and][0][$or][0][updatedBy][id]=1',
    'filters[signatures][email]=x',
    'filters[title][createdBy][email]=x',
    'filters[hero][figure]=2',
    'filters[hero][image][folder][name]=x',
    'filters[scripts][inline][$contains]=x',
    'filters[externalIds][externalId]=x',
    'filters[nobody]=x',
    'filters[title][$nonsense]=x',
    'filters=abc',
    'filters[publishedAt][$gt]=yesterday',
    'filters[title]=%00',
    'filters[id]=1',
    'filters[$or]=abc',
    'filters[title][$eq][$eq]=a',
    'sort[title][slug]=asc',
    'filters[title][$in][0][a]=b',
    'sort=createdBy.email',
    'sort[createdBy][email]=asc',
    'sort[0]=updatedBy.email:desc',
    'sort=signatures.email',
    'sort=localizations.title',
    'sort=hero.figure',
    'sort=status',
    'sort=title:sideways',
    'sort[title]=sideways',
    'sort=nobody',
    'fields=createdBy',
    'fields=externalIds',
    'fields[0]=email',
    'fields[a]=title',
    'pagination[page]=0',
    'pagination[pageSize]=abc',
    'pagination[page]=1&pagination[start]=1',
    'pagination[limit]=-1',
  ])('T-26: refuses %s', async (query) => {
    const answer = await get(`/campaigns?${query}`);
    expect(answer.status).toBe(400);
    expect(problem.parse(answer.body).error.name).toMatch(/ValidationError|Error$/);
    expect(answer.text).not.toContain(CANARY);
  });

  it.each([
    'filters[id]=abc',
    'filters[$or][0][id]=99999999999999999999',
    'filters[title][$between]=a',
    'filters[title][$in]=a',
    'filters[title][$null]=maybe',
    'filters[$or]=abc',
    'filters[$not]=abc',
    'filters[publishedAt][$in][0]=x',
    'filters[publishedAt]=2026-99-99',
    'filters[documentId][$gt]=1',
    'filters[title][$eq][$eq]=a',
    'filters[][title]=a',
    'filters[locale]=fr',
    'filters[__proto__][x]=1',
    'filters[constructor]=1',
    'sort=id',
    'sort[0][title]=asc',
    'sort[][title]=asc',
    'sort[title][slug]=asc',
    'sort=,',
    'sort=title,',
    'sort=publishedAt:asc,title:desc',
    'fields=,',
    'fields[]=title',
    'fields=id',
    'pagination[page]=2000000000',
    'pagination[start]=2147483647',
    'pagination[pageSize]=0',
    'pagination[][page]=1',
  ])('never fail over %s', async (query) => {
    expect((await get(`/campaigns?${query}`)).status).toBeLessThan(500);
    expect((await get(`/actions?${query}`)).status).toBeLessThan(500);
  });

  it.each([
    'filters[sensitive]=maybe',
    'filters[kind]=nobody',
    'filters[kind][$gt]=1',
    'filters[opensAt][$lt]=0',
    'filters[closesAt]=x',
    'filters[closesAt][$notNull]=true',
  ])('never fail over %s', async (query) => {
    expect((await get(`/actions?${query}`)).status).toBeLessThan(500);
  });

  it.each(['filters[retentionMonths]=6', 'filters[displayFrom][$gt]=0', 'sort=hideSplit'])(
    'refuses to tell by %s what an action keeps to itself',
    async (query) => {
      expect((await get(`/actions?${query}`)).status).toBe(400);
    },
  );
});
