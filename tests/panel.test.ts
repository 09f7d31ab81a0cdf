import type { ActionChoice } from '../plugins/campaign-actions/contracts/action-choice';
import type { OffsetHistory } from '../plugins/campaign-actions/contracts/panel-counter';
import type { PendingPolicy } from '../plugins/campaign-actions/contracts/panel-policy';
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

  describe('settings that are saved but not in force', () => {
    const pending = async ({ documentId }: Made, locale: string): Promise<PendingPolicy> => {
      const path = `/campaign-actions/actions/${documentId}/pending?locale=${locale}`;
      return (await app.get<{ data: PendingPolicy }>(path, editor)).body.data;
    };
    const publish = ({ documentId }: Made, locale: string, data: object): Promise<unknown> =>
      app.strapi
        .documents(ACTION)
        .update({ documentId, locale, data, status: 'published' } as never);
    const inFrench = (title: string): object => ({ title, statement: 'Exhortez.' });

    it('are told after French was published with another goal, until English is', async () => {
      const action = await make.action({ goal: 100 });
      expect(await pending(action, 'en')).toEqual({ settings: [], locale: 'en' });
      await publish(action, 'fr', { ...inFrench('Un autre objectif'), goal: 500 });
      expect(await pending(action, 'fr')).toEqual({ settings: ['goal'], locale: 'en' });
      await publish(action, 'en', { goal: 500 });
      expect(await pending(action, 'fr')).toEqual({ settings: [], locale: 'en' });
    });

    it('are told although i18n carried them over to the published English content', async () => {
      const action = await make.action({ goal: 100 });
      const { documentId } = action;
      await publish(action, 'fr', { ...inFrench('Objectif reporté'), goal: 500 });
      await app.strapi.db
        .query(ACTION)
        .updateMany({ where: { documentId, locale: 'en' }, data: { goal: 500 } });
      for (const locale of ['fr', 'en']) {
        expect(await pending(action, locale)).toEqual({ settings: ['goal'], locale: 'en' });
      }
    });

    it('do not include that signers are at risk, which holds once any language says so', async () => {
      const action = await make.action({ confirmation: 'none' });
      const atRisk = { sensitive: true, confirmation: 'required' };
      await publish(action, 'fr', { ...inFrench('À protéger'), ...atRisk });
      expect((await pending(action, 'fr')).settings).toEqual([]);
    });

    it('are none for an action that was never published', async () => {
      expect(await pending(letter, 'en')).toEqual({ settings: [], locale: null });
    });

    it('are for panel users who may read actions', async () => {
      const path = `/campaign-actions/actions/${petition.documentId}/pending`;
      expect((await app.get(path)).status).toBe(401);
    });
  });

  describe('what was collected elsewhere', () => {
    const change = (offset: unknown) =>
      app.post(
        `/campaign-actions/actions/${petition.documentId}/offset`,
        { data: { offset, reason: 'Signed on paper.' } },
        { ...editor, method: 'PUT' },
      );

    it('is told with its history and the bounds of the next change', async () => {
      expect((await change(785)).status).toBe(200);
      const path = `/campaign-actions/actions/${petition.documentId}/offsets`;
      const { data, meta } = (await app.get<OffsetHistory>(path, editor)).body;
      expect(data).toMatchObject([{ old: 0, new: 785, reason: 'Signed on paper.' }]);
      expect((await change(meta.bounds.max + 1)).status).toBe(400);
      expect((await change(meta.bounds.min - 1)).status).toBe(400);
      expect((await change(meta.bounds.max)).status).toBe(200);
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
