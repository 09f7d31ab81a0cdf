import type { ActionChoice } from '../plugins/campaign-actions/contracts/action-choice';
import { type App, startApp } from './app';
import { type Made, maker } from './make';
import { panelUsers } from './panel-users';

const ACTION = 'plugin::campaign-actions.action';

describe('the panel', () => {
  let app: App;
  let make: ReturnType<typeof maker>;
  let petition: Made;
  let letter: Made;

  /** Signs a new panel user in, with this role. */
  const panelUser = async (name: string, role: { id: number }): Promise<RequestInit> => {
    const login = await panelUsers(app).create(name, role);
    const { body } = await app.post<{ data: { token: string } }>('/admin/login', login);
    return { headers: { Authorization: `Bearer ${body.data.token}` } };
  };

  const roles = () => panelUsers(app).roles;
  let editor: RequestInit;

  const choices = async (query: string): Promise<ActionChoice[]> => {
    const path = `/campaign-actions/actions?${query}`;
    return (await app.get<{ data: ActionChoice[] }>(path, editor)).body.data;
  };

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    await make.locale('fr');
    petition = await make.action({ title: 'Stop the violence' });
    letter = await make.action({ title: 'Write to the court', kind: 'letter', status: 'draft' });
    await app.strapi.documents(ACTION).update({
      documentId: petition.documentId,
      locale: 'fr',
      data: { title: 'Halte à la violence' },
    } as never);
    editor = await panelUser('ada', await roles().getSuperAdmin());
  });
  afterAll(() => app.destroy());

  describe('picking an action', () => {
    it('finds it by words of its title, in any language, and says the title in the asked one', async () => {
      for (const words of ['VIOLENCE', 'halte']) {
        const found = await choices(`search=${words}&locale=fr`);
        expect(found.map(({ title }) => title)).toEqual(['Halte à la violence']);
      }
      expect((await choices('search=halte&locale=en'))[0]?.title).toBe('Stop the violence');
    });

    it('says whether the public sees it, in each language', async () => {
      const [found] = await choices(`ids=${petition.documentId}&locale=en`);
      expect(found).toMatchObject({
        kind: 'petition',
        status: 'modified',
        locales: [
          { locale: 'en', status: 'published' },
          { locale: 'fr', status: 'draft' },
        ],
      });
      expect((await choices(`ids=${letter.documentId}`))[0]?.status).toBe('draft');
    });

    it('has no choice for an id that is gone, and all of them when nothing is searched for', async () => {
      expect(await choices('ids=gone')).toEqual([]);
      expect(await choices('')).toHaveLength(2);
    });

    it('is for panel users who may read actions', async () => {
      expect((await app.get('/campaign-actions/actions')).status).toBe(401);
      const role = await roles().create({ name: 'Guest', description: 'Reads nothing' });
      const guest = await panelUser('guest', role);
      expect((await app.get('/campaign-actions/actions', guest)).status).toBe(403);
    });
  });

  describe('an address left empty', () => {
    const create = async (title: string, slug?: string | null): Promise<Made> =>
      (await app.strapi.documents(ACTION).create({ data: { title, slug } } as never)) as never;

    it('is made from the title, each its own', async () => {
      expect((await create('Free Ahmed now!')).slug).toBe('free-ahmed-now');
      expect((await create('Free Ahmed now!', null)).slug).toBe('free-ahmed-now-1');
    });

    it('stays what the editor wrote', async () => {
      const made = await create('Free Ahmed now!', 'ahmed');
      const { documentId } = made;
      const renamed: unknown = await app.strapi
        .documents(ACTION)
        .update({ documentId, data: { title: 'Ahmed is free' } } as never);
      expect(renamed).toMatchObject({ title: 'Ahmed is free', slug: 'ahmed' });
    });
  });
});
