import { type App, startApp } from './app';
import { maker } from './make';

type Fields = Record<string, unknown>;

interface Saved {
  data: Fields & { documentId: string };
}
interface Refused {
  error: {
    name: string;
    message: string;
    details: { errors: { path: string[]; message: string }[] };
  };
}

const ACTION = 'plugin::campaign-actions.action';
const CAMPAIGN = 'plugin::campaign-actions.campaign';
const SIGNATURE = 'plugin::campaign-actions.signature';
const EDITOR = { email: 'editor@example.org', password: 'Passw0rd-of-a-story' };

const paragraph = (url: string) => [
  { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'x' }] }] },
];

/** What these stories use of Strapi's own services, which come untyped. */
interface Roles {
  getSuperAdmin: () => Promise<{ id: number }>;
}
interface Users {
  create: (user: Fields) => Promise<unknown>;
}
interface View {
  settings: Fields;
  metadatas: Record<string, { edit: Fields }>;
  layouts: Fields;
}
interface Views {
  updateConfiguration: (type: unknown, view: View) => Promise<unknown>;
  findConfiguration: (type: unknown) => Promise<View>;
}
interface Builder {
  formatComponent: (component: unknown) => { uid: string };
}

/** The panel of an editor, as the content-manager's forms speak to the server. */
const openPanel = async (app: App) => {
  const roles = app.strapi.service('admin::role') as Roles;
  const users = app.strapi.service('admin::user') as Users;
  const { id } = await roles.getSuperAdmin();
  await users.create({ ...EDITOR, firstname: 'E', isActive: true, roles: [id] });
  const login = await app.post<{ data: { token: string } }>('/admin/login', EDITOR);
  const headers = { Authorization: `Bearer ${login.body.data.token}` };
  const send = <Body>(method: string, path: string, body: unknown, language = 'en') =>
    app.post<Body>(`/content-manager/collection-types/${path}`, body, {
      method,
      headers: { ...headers, 'Accept-Language': language },
    });
  return {
    create: <Body = Saved>(uid: string, data: Fields) => send<Body>('POST', uid, data),
    update: <Body = Saved>(uid: string, id: string, data: Fields, language?: string) =>
      send<Body>('PUT', `${uid}/${id}`, data, language),
    publish: <Body = Saved>(uid: string, id: string, data: Fields) =>
      send<Body>('POST', `${uid}/${id}/actions/publish`, data),
  };
};

describe('an editor in the panel', () => {
  let app: App;
  let panel: Awaited<ReturnType<typeof openPanel>>;
  beforeAll(async () => {
    app = await startApp();
    panel = await openPanel(app);
  });
  afterAll(() => app.destroy());

  const draft = async (uid: string, data: Fields) => {
    const { status, body } = await panel.create(uid, data);
    expect(status).toBe(201);
    return body.data;
  };

  it('reads what is wrong at each field, in the language of the panel', async () => {
    const { documentId } = await draft(ACTION, { title: 'One', slug: 'one' });
    const wrong = {
      goal: -1,
      counterLabel: 'people',
      form: { fields: [{ field: 'own', type: 'choice', label: 'Chapter' }] },
      thanks: { body: paragraph('javascript:alert(1)') },
    };
    const { status, body } = await panel.update<Refused>(ACTION, documentId, wrong);
    expect(status).toBe(400);
    expect(body.error.name).toBe('ValidationError');
    expect(body.error.details.errors.map(({ path }) => path.join('.')).sort()).toEqual([
      'counterLabel',
      'form.fields.0.options',
      'goal',
      'thanks.body',
    ]);
    const french = await panel.update<Refused>(ACTION, documentId, { goal: -1 }, 'fr-CA,fr;q=0.9');
    expect(french.body.error.message).toMatch(/^Indiquez un nombre entier/);
  });

  it('compares what is sent with what is stored', async () => {
    const { documentId } = await draft(ACTION, {
      title: 'Dates',
      slug: 'dates',
      opensAt: '2026-05-01T00:00:00.000Z',
    });
    const early = await panel.update<Refused>(ACTION, documentId, {
      closesAt: '2026-04-01T00:00:00.000Z',
    });
    expect(early.body.error.details.errors[0]?.path).toEqual(['closesAt']);
    const late = await panel.update(ACTION, documentId, { closesAt: '2026-06-01T00:00:00.000Z' });
    expect(late.status).toBe(200);
  });

  it('may leave a draft unfinished, but not publish it so', async () => {
    const { documentId } = await draft(ACTION, { title: 'Unfinished', slug: 'unfinished' });
    const { status, body } = await panel.publish<Refused>(ACTION, documentId, {});
    expect(status).toBe(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['statement'] }]);
    const finished = await panel.publish(ACTION, documentId, { statement: 'Urge the authorities' });
    expect(finished.status).toBe(200);
  });

  it('need not name what is stored under a name', async () => {
    const { documentId } = await draft(ACTION, {
      title: 'Names',
      slug: 'names',
      form: {
        fields: [{ field: 'own', type: 'text', label: 'Membership number' }],
        consents: [{ text: 'News', purpose: 'marketing', channel: 'email', display: 'checkbox' }],
      },
    });
    const stored = (await app.strapi
      .documents(ACTION)
      .findOne({ documentId, populate: { form: { populate: '*' } } } as never)) as unknown as {
      form: Record<'fields' | 'consents', { name: string }[]>;
    };
    expect(stored.form.fields[0]?.name).toBe('membershipNumber');
    expect(stored.form.consents[0]?.name).toBe('newsEmail');
  });

  it('gets the organisation’s confirmation for a new action, and never none for signers at risk', async () => {
    const usual = await draft(ACTION, { title: 'Usual', slug: 'usual' });
    expect(usual.confirmation).toBe('required');
    await app.strapi
      .documents('plugin::campaign-actions.organisation')
      .create({ data: { name: 'Amnesty', defaultConfirmation: 'none' } } as never);
    const light = await draft(ACTION, { title: 'Light', slug: 'light' });
    expect(light.confirmation).toBe('none');
    const sensitive = await draft(ACTION, { title: 'Risk', slug: 'risk', sensitive: true });
    expect(sensitive.confirmation).toBe('required');
    const { documentId } = sensitive;
    const refused = await panel.update<Refused>(ACTION, documentId, { confirmation: 'none' });
    expect(refused.body.error.details.errors).toMatchObject([{ path: ['confirmation'] }]);
  });

  it('cannot use an address twice in one language', async () => {
    await draft(CAMPAIGN, { title: 'Page', slug: 'page' });
    const { status, body } = await panel.create<Refused>(CAMPAIGN, { title: 'Page', slug: 'page' });
    expect(status).toBe(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['slug'] }]);
    const make = maker(app);
    await make.locale('fr');
    const french = await app.strapi
      .documents(CAMPAIGN)
      .create({ locale: 'fr', data: { title: 'Page', slug: 'page' } } as never);
    expect(french).toMatchObject({ locale: 'fr', slug: 'page' });
  });

  it('cannot put anything into a page that was not foreseen (T-43)', async () => {
    const { documentId } = await draft(CAMPAIGN, { title: 'Story', slug: 'story' });
    let deep: Fields = { type: 'list-item', children: [] };
    for (let level = 0; level < 2000; level += 1) {
      deep = { type: 'list', format: 'ordered', children: [deep] };
    }
    const bodies = [paragraph('javascript:alert(1)'), [{ type: 'html', html: '<b>' }], [deep]];
    for (const body of bodies) {
      const sections = [{ __component: 'campaign-actions.section-text', body }];
      const refused = await panel.update<Refused>(CAMPAIGN, documentId, { sections });
      expect(refused.status).toBe(400);
      expect(refused.body.error.details.errors).toMatchObject([
        { path: ['sections', '0', 'body'] },
      ]);
    }
  });

  it('cannot use an SVG as an image, which could hold scripts, and reads so at the field (T-43)', async () => {
    const file = async (name: string, mime: string) => {
      const ext = `.${name.split('.')[1]}`;
      const data = { name, mime, ext, hash: name, size: 1, url: `/uploads/${name}` };
      const made: unknown = await app.strapi.db
        .query('plugin::upload.file')
        .create({ data: { ...data, provider: 'local' } });
      return made as { id: number };
    };
    const svg = await file('logo.svg', 'image/svg+xml');
    const nameless = await file('logo.SVG', 'application/octet-stream');
    const png = await file('logo.png', 'image/png');
    const { documentId } = await draft(CAMPAIGN, { title: 'Pictures', slug: 'pictures' });
    const using = (image: unknown) => ({
      hero: { figure: '2', image },
      seo: { shareImage: image },
      sections: [{ __component: 'campaign-actions.section-image', image, alt: 'A candle' }],
    });
    for (const image of [svg, svg.id, nameless]) {
      const refused = await panel.update<Refused>(CAMPAIGN, documentId, using(image));
      expect(refused.status).toBe(400);
      const { errors } = refused.body.error.details;
      expect(errors.map(({ path }) => path.join('.')).sort()).toEqual([
        'hero.image',
        'sections.0.image',
        'seo.shareImage',
      ]);
      expect(errors[0]?.message).toMatch(/^Choose an image such as PNG/);
    }
    expect((await panel.update(CAMPAIGN, documentId, using(png))).status).toBe(200);
    const organisation = app.strapi.documents('plugin::campaign-actions.organisation');
    await expect(
      organisation.create({ data: { name: 'Amnesty', logo: svg.id } } as never),
    ).rejects.toThrow(/^Choose an image such as PNG/);
  });

  it('cannot put words into a supporter’s mouth, but publishes and deletes what was said', async () => {
    expect((await panel.create<Refused>(SIGNATURE, { nameShown: 'Me' })).status).toBe(400);
    const documentId = 'said';
    await app.strapi.db
      .query(SIGNATURE)
      .create({ data: { documentId, nameShown: 'Zoë', message: 'Stop.', publishedAt: null } });
    const edited = await panel.update<Refused>(SIGNATURE, documentId, { message: 'Go on.' });
    expect(edited.body.error.message).toMatch(/^What a supporter said cannot be changed/);
    const said = { nameShown: 'Zoë', message: 'Stop.', country: null };
    expect((await panel.publish(SIGNATURE, documentId, said)).status).toBe(200);
    await app.strapi.documents(SIGNATURE).delete({ documentId });
  });

  it('keeps the screens as they were rearranged, over a restart', async () => {
    const views = () => app.strapi.plugin('content-manager').service<Views>('content-types');
    const type = () => app.strapi.contentType(CAMPAIGN);
    const view = await views().findConfiguration(type());
    const { title, sections } = view.metadatas;
    expect(view.settings).toMatchObject({ mainField: 'title', defaultSortBy: 'updatedAt' });
    expect(sections?.edit).toMatchObject({ label: 'Story', editable: true });

    const metadatas = { ...view.metadatas, title: { ...title, edit: { label: 'Headline' } } };
    const layouts = { ...view.layouts, list: ['title'] };
    await views().updateConfiguration(type(), { ...view, metadatas, layouts });
    app = await app.restart();
    const again = await views().findConfiguration(type());
    expect(again.layouts.list).toEqual(['title']);
    expect(again.metadatas.title?.edit.label).toBe('Headline');
  });

  it('finds the content-type builder at work, our components in it', () => {
    const builder = app.strapi.plugin('content-type-builder').service<Builder>('components');
    const uids = Object.values(app.strapi.components).map(
      (component) => builder.formatComponent(component).uid,
    );
    expect(uids).toContain('campaign-actions.hero');
    for (const component of Object.values(app.strapi.components)) {
      expect(component).toMatchObject({ __filename__: expect.any(String) as string });
    }
  });
});
