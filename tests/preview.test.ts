import { actionAnswer } from '../plugins/campaign-actions/contracts/action';
import { campaignAnswer } from '../plugins/campaign-actions/contracts/campaign';
import type { Answer } from './app';
import type { Made } from './make';
import { oneApp } from './one-app';
import { makePage } from './page';
import { panelUser } from './panel-users';
import { previews, reader } from './previews';
import { API } from './signatures';

const ACTION = 'plugin::campaign-actions.action';
const CAMPAIGN = 'plugin::campaign-actions.campaign';

const { app, make, supporters, restart } = oneApp(({ make }) => make.locale('fr'));

let editor: Record<string, string>;
let page: Awaited<ReturnType<typeof makePage>>;
beforeAll(async () => {
  editor = await previews(app).editor();
  page = await makePage(app, 'draft');
});

const documents = (type: typeof ACTION | typeof CAMPAIGN) => app.strapi.documents(type);
const publish = (type: typeof ACTION | typeof CAMPAIGN, { documentId }: Made) =>
  documents(type).publish({ documentId, locale: 'en' } as never);
const save = (type: typeof ACTION | typeof CAMPAIGN, made: Made, data: object, locale = 'en') =>
  documents(type).update({ documentId: made.documentId, locale, data } as never);

/** Asks as a website does that was led to the draft by the editor's link. */
const draft = async (type: 'campaign' | 'action', made: Made, more = '', of = made) => {
  const { body } = await previews(app).link(editor, type, made);
  const token = new URL(body.data.api).searchParams.get('preview') ?? '';
  return app.get(`${API}/${type}s/${of.documentId}?status=draft&preview=${token}${more}`);
};
const campaign = async (made: Made, more = '') =>
  campaignAnswer.parse((await draft('campaign', made, more)).body).data;

/** What may differ between two answers that tell the same. */
const told = ({ status, text, headers }: Answer): unknown[] => [
  status,
  text,
  [...headers].filter(([name]) => !['date', 'referrer-policy', 'x-powered-by'].includes(name)),
];

describe('a page that was never published', () => {
  it('is shown whole, with its actions, as it will be once all of it is published', async () => {
    expect((await app.get(`${API}/campaigns/${page.campaign.slug}`)).status).toBe(404);
    const shown = await campaign(page.campaign);
    expect(shown.action?.form.fields.map(({ name }) => name)).toContain('givenName');
    expect(shown.action?.counter).toEqual({
      action: page.petition.documentId,
      state: 'open',
      total: null,
      signatures: null,
      offset: null,
      goal: null,
      remaining: null,
      progress: null,
      label: null,
      revision: null,
    });

    for (const action of [page.letter, page.petition]) await publish(ACTION, action);
    await publish(CAMPAIGN, page.campaign);
    const published = campaignAnswer.parse(
      (await app.get(`${API}/campaigns/${page.campaign.slug}?counters=false`)).body,
    ).data;
    const expected = { ...published, publishedAt: shown.publishedAt };
    expect(await campaign(page.campaign, '&counters=false')).toEqual(expected);
  });

  it('is found by the address that it will have, in the language that is asked for', async () => {
    const made = await make.campaign({ status: 'draft' });
    await save(CAMPAIGN, made, { title: 'Halte', slug: 'halte' }, 'fr');
    const token = previews(app).token('campaign', made);
    const asked = `status=draft&preview=${token}`;
    const found = async (name: string) =>
      campaignAnswer.parse((await app.get(`${API}/campaigns/${name}`)).body).data;
    expect((await found(`${made.slug}?${asked}`)).locale).toBe('en');
    expect((await found(`halte?locale=fr-CA&${asked}`)).title).toBe('Halte');
    expect((await found(`${made.documentId}?locale=fr&${asked}`)).title).toBe('Halte');
    expect((await found(`${made.slug}?locale=es&${asked}`)).localizations).toEqual([
      { locale: 'fr', slug: 'halte' },
    ]);
  });

  it('is an action by itself, too', async () => {
    const made = await make.action({ status: 'draft', goal: 500 });
    const answer = await draft('action', made);
    const { data } = actionAnswer.parse(answer.body);
    expect([data.title, data.counter?.total]).toEqual([made.title, null]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a page that was published', () => {
  it('is shown with what an editor has saved since, and nobody else sees that', async () => {
    const action = await make.action({ confirmation: 'none' });
    const made = await make.campaign({ action: action.documentId });
    await supporters.sign(action.documentId, { email: 'one@example.org' });
    const before = await app.get(`${API}/campaigns/${made.slug}`);
    await save(CAMPAIGN, made, { title: 'A better title' });
    await save(ACTION, action, {
      goal: 10,
      closesAt: '2020-01-01T00:00:00.000Z',
      counterLabel: '{count} so far',
    });

    const shown = await campaign(made);
    expect(shown.title).toBe('A better title');
    expect(shown.action?.counter).toMatchObject({
      total: 1,
      goal: 10,
      state: 'closed',
      label: '1 so far',
    });
    const counters = '?counters=false';
    const after = await app.get(`${API}/campaigns/${made.slug}${counters}`);
    expect(JSON.parse(after.text)).toMatchObject({ data: { title: made.title } });
    expect(before.text).toContain(made.title);

    await save(CAMPAIGN, made, { title: 'A still better title' });
    expect((await campaign(made)).title).toBe('A still better title');
  });

  it('names an action of its draft, and not one that only the published page names', async () => {
    const [old, next] = [await make.action(), await make.action({ status: 'draft' })];
    const made = await make.campaign({ action: old.documentId });
    await save(CAMPAIGN, made, { action: next.documentId });
    const token = previews(app).token('campaign', made);
    const shown = (of: Made) =>
      app.get(`${API}/actions/${of.documentId}?status=draft&preview=${token}`);
    expect((await shown(next)).status).toBe(200);
    expect((await shown(old)).status).toBe(404);
  });
});

describe.each(['early', 'routed'])('T-29: a draft that is answered on the %s way', (way) => {
  const headers = async () => (way === 'early' ? {} : previews(app).routed());

  it('is kept by nobody, and its address is told to nobody', async () => {
    const token = previews(app).token('campaign', page.campaign);
    for (const path of [
      `${page.campaign.documentId}?status=draft&preview=${token}`,
      `${page.campaign.documentId}?locale=fr&status=draft&%70review=${token}&counters=false`,
    ]) {
      const answer = await app.get(`${API}/campaigns/${path}`, { headers: await headers() });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('leaves no token in the log (T-32)', async () => {
    const made = await make.campaign({ status: 'draft' });
    const token = previews(app).token('campaign', made);
    const asked = `${API}/campaigns/${made.documentId}?status=draft&preview=${token}`;
    expect((await app.get(asked, { headers: await headers() })).status).toBe(200);
    expect((await app.get(`${asked}x`, { headers: await headers() })).status).toBe(404);
    const logged = app.logs.join('\n');
    expect(logged).not.toContain(token);
    expect(logged.includes(`/campaigns/${made.documentId} (`)).toBe(way === 'routed');
  });

  describe('T-32: without a token that is good for it', () => {
    it('is answered as what does not exist', async () => {
      const never = await make.campaign({ status: 'draft' });
      const other = await make.campaign({ status: 'draft' });
      const stranger = await make.action({ status: 'draft' });
      const { token } = previews(app);
      const link = { headers: await headers() };
      const nothing = told(await app.get(`${API}/campaigns/nobody`, link));
      const tokens = {
        none: null,
        empty: '',
        nonsense: 'x'.repeat(90),
        'of another campaign': token('campaign', other),
        'of an action': token('action', stranger),
        'of 61 minutes ago': token('campaign', never, 61),
        'with another end': `${token('campaign', never).slice(0, -1)}_`,
      };
      for (const made of [never, page.campaign]) {
        for (const [which, preview] of Object.entries(tokens)) {
          if (preview === null && made === page.campaign) continue;
          const query = `?status=draft${preview === null ? '' : `&preview=${preview}`}`;
          const answer = await app.get(`${API}/campaigns/${made.documentId}${query}`, link);
          expect([which, told(answer)]).toEqual([which, nothing]);
        }
      }
      const ofCampaign = `?status=draft&preview=${token('campaign', page.campaign)}`;
      const unnamed = await app.get(`${API}/actions/${stranger.documentId}${ofCampaign}`, link);
      expect(told(unnamed)).toEqual(told(await app.get(`${API}/actions/nobody`, link)));
    });
  });
});

describe('T-32: a preview token', () => {
  it('is no link of a mail', async () => {
    const token = previews(app).token('campaign', page.campaign);
    for (const deed of [supporters.confirm, supporters.reject, supporters.withdraw])
      expect((await deed(token)).status).toBe(410);
  });

  it('is made for whoever may read the draft in the panel', async () => {
    const { link } = previews(app);
    expect((await link({}, 'campaign', page.campaign)).status).toBe(401);
    const other = await panelUser(app, ['overview.read', reader('action')]);
    expect((await link(other, 'campaign', page.campaign)).status).toBe(403);
    expect((await link(other, 'action', page.petition)).status).toBe(200);
    const own = await panelUser(app, [reader('campaign', { conditions: ['admin::is-creator'] })]);
    expect((await link(own, 'campaign', page.campaign)).status).toBe(403);
    expect((await link(editor, 'campaign', { documentId: 'nobody' })).status).toBe(404);
    expect((await link(editor, 'campaign', page.campaign, 'fr')).status).toBe(404);
    expect((await link(editor, 'campaign', page.campaign, 'x'.repeat(99))).status).toBe(400);
    const inFrench = await make.campaign({ status: 'draft', locale: 'fr' });
    expect((await link(editor, 'campaign', inFrench, 'fr')).status).toBe(403);
  });

  it('leads to the website that the organisation has named, or the operator, or to none', async () => {
    const { link } = previews(app);
    const made = await make.campaign({ status: 'draft' });
    const shown = async () => (await link(editor, 'campaign', made)).body.data;
    const before = await shown();
    expect(before.page).toBeNull();
    expect(before.api).toMatch(`https://act.example.org${API}/campaigns/${made.documentId}?`);
    const minutes = (new Date(before.expiresAt).getTime() - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(60);

    await restart({ PREVIEW_URL: 'https://act.example.org/preview' });
    expect((await shown()).page).toMatch(
      `https://act.example.org/preview?campaign=${made.documentId}&locale=en&status=draft&preview=`,
    );

    await make.organisation({ previewUrl: 'https://www.example.org/{locale}/{slug}' });
    const { page: website } = await shown();
    expect(website).toMatch(`https://www.example.org/en/${made.slug}?locale=en&status=draft`);
    const asked = new URL(website ?? '').search;
    expect((await app.get(`${API}/campaigns/${made.slug}${asked}`)).status).toBe(200);
  });
});
