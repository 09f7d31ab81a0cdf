import type { Made } from './make';
import { oneApp } from './one-app';
import { panelUser } from './panel-users';
import { previews, reader } from './previews';
import { API } from './signatures';

const CAMPAIGN = 'plugin::campaign-actions.campaign';
const ACTION = 'plugin::campaign-actions.action';

const { app, make } = oneApp(
  async (story) => {
    await story.make.locale('fr');
    await story.make.organisation();
  },
  () => Promise.resolve({ PREVIEW_URL: 'https://act.example.org/{locale}/{slug}' }),
);

let editor: Record<string, string>;
beforeAll(async () => {
  editor = await previews(app).editor();
});

interface Asked {
  uid?: string;
  locale?: string;
  status?: string;
}

/** What Strapi asks before it shows its preview. */
const ask = async (
  { documentId }: Pick<Made, 'documentId'>,
  { uid = CAMPAIGN, locale = 'en', status = 'draft' }: Asked = {},
  headers = editor,
): Promise<[number, string | null]> => {
  const query = new URLSearchParams({ documentId, locale, status });
  const answer = await app.get<{ data: { url?: string } | null } | null>(
    `/content-manager/preview/url/${uid}?${query.toString()}`,
    { headers },
  );
  return [answer.status, answer.body?.data?.url ?? null];
};

const NOTHING = [204, null];

describe('Strapi’s own preview', () => {
  it('opens the website’s page of a draft, with a token that shows it', async () => {
    const draft = await make.campaign({ status: 'draft' });
    const [status, url] = await ask(draft);
    expect([status, url]).toEqual([
      200,
      expect.stringMatching(
        new RegExp(
          `^https://act\\.example\\.org/en/${draft.slug}\\?locale=en&status=draft&preview=`,
        ),
      ),
    ]);
    const { search } = new URL(url ?? '');
    expect((await app.get(`${API}/campaigns/${draft.slug}${search}`)).status).toBe(200);
    expect((await app.get(`${API}/campaigns/${draft.slug}`)).status).toBe(404);
  });

  it('opens the page as everybody sees it, when that is what the editor looks at', async () => {
    const made = await make.campaign();
    expect(await ask(made, { status: 'published' })).toEqual([
      200,
      `https://act.example.org/en/${made.slug}`,
    ]);
    const draft = await make.campaign({ status: 'draft' });
    expect(await ask(draft, { status: 'published' })).toEqual(NOTHING);
  });

  it('is for actions, too, and for nothing else', async () => {
    const action = await make.action();
    const [, url] = await ask(action, { uid: ACTION });
    expect(url).toContain(`/en/${action.slug}?locale=en&status=draft&preview=`);
    const organisation = 'plugin::campaign-actions.organisation';
    expect(await ask(action, { uid: organisation })).toEqual(NOTHING);
    expect(await ask({ documentId: 'nothing' })).toEqual(NOTHING);
    expect(await ask(action, { uid: ACTION, locale: 'fr' })).toEqual(NOTHING);
  });

  it('is shown to nobody who may not read the page in the panel', async () => {
    const draft = await make.campaign({ status: 'draft' });
    const noReader = await panelUser(app, ['overview.read']);
    const ofActions = await panelUser(app, [reader('action')]);
    const own = await panelUser(app, [reader('campaign', { conditions: ['admin::is-creator'] })]);
    for (const headers of [noReader, ofActions, own])
      expect(await ask(draft, {}, headers)).toEqual(NOTHING);
    expect((await ask(draft, {}, {}))[0]).toBe(401);
  });

  it('is not offered where the panel may not frame the website', async () => {
    const draft = await make.campaign({ status: 'draft' });
    await make.organisation({ previewUrl: 'https://www.example.org/{locale}/{slug}' });
    expect(await ask(draft)).toEqual(NOTHING);
    await make.organisation({ previewUrl: null });
    expect((await ask(draft))[0]).toBe(200);
  });

  it('lets the panel frame this host and the website, and nobody else', async () => {
    const { headers } = await app.get('/admin');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/frame-src 'self' https:\/\/act\.example\.org(;|$)/);
  });
});
