import { actionAnswer } from '../plugins/campaign-actions/contracts/action';
import { campaignAnswer } from '../plugins/campaign-actions/contracts/campaign';
import { counterAnswer, countersAnswer } from '../plugins/campaign-actions/contracts/counter';
import { organisationAnswer } from '../plugins/campaign-actions/contracts/organisation';
import { problem } from '../plugins/campaign-actions/contracts/problem';
import { type App, startApp } from './app';
import { type Made, maker } from './make';
import { makePage } from './page';

const API = '/api/campaign-actions';
const ACTION = 'plugin::campaign-actions.action';
const CAMPAIGN = 'plugin::campaign-actions.campaign';

describe('reading a campaign', () => {
  let app: App;
  let make: ReturnType<typeof maker>;
  let petition: Made;
  let letter: Made;
  let campaign: Made;

  const get = async (path: string, init?: RequestInit) => app.get(API + path, init);
  const page = async (path: string) => campaignAnswer.parse((await get(path)).body).data;
  const action = async (path: string) => actionAnswer.parse((await get(path)).body).data;
  const documents = (type: typeof ACTION | typeof CAMPAIGN) => app.strapi.documents(type);
  const write = (type: typeof ACTION | typeof CAMPAIGN, made: Made, locale: string, data: object) =>
    documents(type).update({
      documentId: made.documentId,
      locale,
      data,
      status: 'published',
    } as never);

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    await make.locale('fr');
    await make.locale('es');
    ({ petition, letter, campaign } = await makePage(app));
    await write(CAMPAIGN, campaign, 'fr', {
      title: 'Halte aux attaques',
      slug: 'halte-aux-attaques',
      action: petition.documentId,
    });
  });
  afterAll(() => app.destroy());

  it('gives the whole page in one request', async () => {
    const answer = await get('/campaigns/attacks-must-stop');
    expect(answer.status).toBe(200);
    const { data } = campaignAnswer.parse(answer.body);
    expect(data).toMatchObject({
      documentId: campaign.documentId,
      locale: 'en',
      organisation: {
        name: 'Example Organisation',
        logo: { url: 'https://act.example.org/uploads/logo.png', alt: 'A candle', width: 320 },
      },
      hero: { figure: '2', image: { url: 'https://act.example.org/uploads/logo.png' } },
      action: { documentId: petition.documentId, kind: 'petition', confirmation: 'required' },
      furtherActions: [{ action: { documentId: letter.documentId, kind: 'letter' } }],
      contentSecurityPolicy: {
        scriptSrc: ['https://cdn.example.org'],
      },
      localizations: [{ locale: 'fr', slug: 'halte-aux-attaques' }],
    });
    expect(data.sections.map(({ type }) => type)).toEqual([
      'text',
      'quote',
      'image',
      'figures',
      'timeline',
      'call-to-action',
      'questions',
    ]);
    expect(data.action?.thanks?.nextAction?.slug).toBe('write-a-letter');
    expect(data.action?.externalIds).toEqual([{ system: 'salesforce', id: '7013' }]);
    expect(data.action?.counter?.action).toBe(petition.documentId);
  });

  it('leaves counters out where a static build does not want them', async () => {
    const data = await page('/campaigns/attacks-must-stop?counters=false');
    expect(data.action).not.toHaveProperty('counter');
    expect(data.furtherActions[0]?.action).not.toHaveProperty('counter');
    expect(await action('/actions/stop-it?counters=false')).not.toHaveProperty('counter');
  });

  it('finds it by documentId and by the slug of any locale, in the locale asked for', async () => {
    for (const id of [campaign.documentId, 'attacks-must-stop', 'halte-aux-attaques']) {
      expect((await page(`/campaigns/${id}?locale=fr`)).title).toBe('Halte aux attaques');
      expect((await page(`/campaigns/${id}?locale=fr-CA`)).locale).toBe('fr');
      expect((await page(`/campaigns/${id}?locale=de`)).locale).toBe('en');
      expect((await page(`/campaigns/${id}`)).locale).toBe('en');
    }
  });

  it('shows an action in another locale where it is not written in the page’s', async () => {
    const { locale, action: shown } = await page('/campaigns/halte-aux-attaques?locale=fr');
    expect(locale).toBe('fr');
    expect(shown?.locale).toBe('en');
    await write(ACTION, petition, 'fr', {
      title: 'Signez',
      slug: 'signez',
      statement: 'Exhortez …',
    });
    const after = await page('/campaigns/halte-aux-attaques?locale=fr');
    expect(after.action?.locale).toBe('fr');
    expect(after.action?.form.fields.map(({ label }) => label)).toContain('Courriel');
  });

  it('shows an action only while it is published, whatever was published first', async () => {
    const draft = await make.action({ status: 'draft' });
    const early = await make.campaign({ action: draft.documentId });
    expect((await page(`/campaigns/${early.slug}`)).action).toBeNull();
    await documents(ACTION).publish({ documentId: draft.documentId, locale: 'en' });
    expect((await page(`/campaigns/${early.slug}`)).action?.slug).toBe(draft.slug);
    await documents(ACTION).unpublish({ documentId: draft.documentId, locale: 'en' });
    expect((await page(`/campaigns/${early.slug}`)).action).toBeNull();
  });

  it('takes the policy of an action from its default locale', async () => {
    const made = await make.action({ closesAt: '2030-01-01T00:00:00.000Z', challenge: 'always' });
    const { documentId } = made;
    const data = { title: 'Deux', slug: 'deux', statement: 'Exhortez …', challenge: 'never' };
    // As the panel does it: saved, then published. English is published as it was.
    await documents(ACTION).update({ documentId, locale: 'fr', data: data as never });
    await documents(ACTION).publish({ documentId, locale: 'fr' });
    const french = await action(`/actions/${made.documentId}?locale=fr`);
    expect(french).toMatchObject({
      locale: 'fr',
      challenge: 'always',
      closesAt: '2030-01-01T00:00:00.000Z',
    });
  });

  it('counts supporters as at risk as soon as one locale says so', async () => {
    const made = await make.action({ confirmation: 'none' });
    expect((await action(`/actions/${made.slug}`)).confirmation).toBe('none');
    await write(ACTION, made, 'fr', {
      title: 'Trois',
      slug: 'trois',
      statement: 'Exhortez …',
      sensitive: true,
      confirmation: 'required',
    });
    expect(await action(`/actions/${made.slug}`)).toMatchObject({
      sensitive: true,
      confirmation: 'required',
    });
  });

  it('gives a letter action its letter, and nothing that belongs to calls', async () => {
    const { letter: shown, call } = await action('/actions/write-a-letter');
    expect(shown?.talkingPoints).toEqual(['Be polite.', 'Be brief.']);
    expect(call).toBeNull();
  });

  it('still finds a page under a slug it had', async () => {
    const made = await make.campaign({ slug: 'first-name' });
    await write(CAMPAIGN, made, 'en', { slug: 'second-name' });
    expect((await page('/campaigns/first-name')).slug).toBe('second-name');
    const heir = await make.campaign({ slug: 'first-name' });
    expect((await page('/campaigns/first-name')).documentId).toBe(heir.documentId);
    await documents(CAMPAIGN).unpublish({ documentId: heir.documentId, locale: 'en' });
    expect((await get('/campaigns/first-name')).status).toBe(404);
    await documents(CAMPAIGN).publish({ documentId: heir.documentId, locale: 'en' });
    expect((await page('/campaigns/first-name')).documentId).toBe(heir.documentId);
  });

  it('remembers slugs when publishing runs in a transaction of somebody else’s', async () => {
    const made = await make.campaign({ slug: 'before-transaction' });
    await app.strapi.db.transaction(async () => {
      await write(CAMPAIGN, made, 'en', { slug: 'after-transaction' });
    });
    expect((await page('/campaigns/before-transaction')).slug).toBe('after-transaction');
  });

  it('is 404 while it is not published, and for what does not exist', async () => {
    const draft = await make.campaign({ status: 'draft' });
    const preview = `${draft.documentId}?status=draft`;
    const nothing = ['nobody', '%00', '%FF', '..%2F', "a'--", 'x'.repeat(300), '__proto__'];
    for (const id of [draft.documentId, preview, `${preview}&preview=x`, draft.slug, ...nothing]) {
      const answer = await get(`/campaigns/${id}`);
      expect(answer.status).toBe(404);
      expect(problem.parse(answer.body).error.name).toBe('NotFoundError');
    }
    expect((await get('/actions/nobody')).status).toBe(404);
    expect((await get('/actions/nobody/counter')).status).toBe(404);
  });

  it('ignores what mailers add to links, and every other way into the query', async () => {
    const plain = await get('/campaigns/attacks-must-stop');
    for (const query of [
      'utm_source=mail&fbclid=1',
      'populate=*',
      'populate[createdBy]=*',
      'status=draft',
      'filters[createdBy][email][$startsWith]=a',
      'where[updatedBy][email]=a',
      'fields=id&sort=createdBy.email&lookup[id]=1&publicationFilter=draft',
      'locale[]=fr&locale[]=en',
      'locale[$ne]=en',
      'locale=%00',
    ]) {
      expect((await get(`/campaigns/attacks-must-stop?${query}`)).text).toBe(plain.text);
    }
  });

  it('reads the organisation', async () => {
    const { data } = organisationAnswer.parse((await get('/organisation?locale=fr')).body);
    expect(data).toMatchObject({
      locale: 'en',
      shareHandles: [{ network: 'bluesky', handle: '@example.org' }],
    });
  });

  it('reads one counter and many, keyed by what was asked for', async () => {
    const one = counterAnswer.parse((await get('/actions/stop-it/counter')).body);
    expect(one.data.action).toBe(petition.documentId);
    const asked = `stop-it,${letter.documentId},nobody,%00`;
    const many = countersAnswer.parse((await get(`/counters?actions=${asked}`)).body);
    expect(Object.keys(many.data)).toEqual(['stop-it', letter.documentId]);
    expect((await get('/counters')).body).toEqual({ data: {}, meta: {} });
    expect((await get('/counters?actions[a]=b')).body).toEqual({ data: {}, meta: {} });
    const tooMany = Array.from({ length: 101 }, (_, index) => `a${index}`).join();
    expect((await get(`/counters?actions=${tooMany}`)).status).toBe(400);
  });

  it('reads the counter of an action that is gone from view, closed, and under a slug it had', async () => {
    const made = await make.action({ slug: 'ended' });
    const counter = async (id: string) =>
      counterAnswer.parse((await get(`/actions/${id}/counter`)).body).data;
    expect((await counter('ended')).state).toBe('open');
    await write(ACTION, made, 'en', { slug: 'has-ended' });
    expect((await counter('ended')).action).toBe(made.documentId);
    await documents(ACTION).unpublish({ documentId: made.documentId, locale: 'en' });
    for (const id of [made.documentId, 'has-ended', 'ended']) {
      expect(await counter(id)).toMatchObject({ action: made.documentId, state: 'closed' });
    }
    expect((await get('/actions/has-ended')).status).toBe(404);
  });

  it('answers 304 to whoever has the same bytes, with the same headers', async () => {
    const doors = {
      '/organisation': 'public, max-age=10, stale-while-revalidate=60, stale-if-error=600',
      '/campaigns': 'public, max-age=10, stale-while-revalidate=60, stale-if-error=600',
      '/actions/stop-it': 'public, max-age=10, stale-while-revalidate=60, stale-if-error=600',
      '/counters?actions=stop-it':
        'public, max-age=1, stale-while-revalidate=10, stale-if-error=300',
    };
    for (const [door, cacheControl] of Object.entries(doors)) {
      const { headers } = await get(door);
      const etag = headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(headers.get('cache-control')).toBe(cacheControl);
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await get(door, { headers: { 'If-None-Match': known } });
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
        expect(again.headers.get('cache-control')).toBe(cacheControl);
      }
      expect((await get(door, { headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
      const head = await get(door, { method: 'HEAD' });
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);
    }
  });

  it('lets an administrator take reading away for good, but not the counter', async () => {
    const permission = app.strapi.db.query('plugin::users-permissions.permission');
    await permission.deleteMany({ where: { action: `${CAMPAIGN}.findOne` } });
    expect((await get('/campaigns/attacks-must-stop')).status).toBe(403);
    app = await app.restart();
    expect((await get('/campaigns/attacks-must-stop')).status).toBe(403);
    expect((await get('/campaigns')).status).toBe(200);
    expect((await get('/actions/stop-it/counter')).status).toBe(200);
  });
});
