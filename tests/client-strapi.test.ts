import { strapi } from '@strapi/client';
import type { Campaign, Counter } from 'campaign-actions-web';
import { API } from './signatures';
import { signing } from './signing';

const { app, make } = signing();

const official = () => strapi({ baseURL: `${app.url}/api` });
const inPlugin = { plugin: { name: 'campaign-actions' } };

describe('Strapi’s own client', () => {
  it('lists the campaigns, with its filters, and reads a page whole', async () => {
    const action = await make.action();
    const { slug, title } = await make.campaign({ action: action.documentId });
    await make.campaign();
    const campaigns = official().collection('campaigns', inPlugin);
    const list = await campaigns.find({ filters: { slug }, locale: 'en' });
    expect(list.data.map((each) => (each as { slug?: string }).slug)).toEqual([slug]);
    const page = (await campaigns.findOne(slug, { locale: 'fr' })).data as unknown as Campaign;
    expect([page.title, page.locale, page.action?.documentId]).toEqual([
      ...[title, 'en', action.documentId],
    ]);
  });

  it('reads the organisation, and any other door by its path', async () => {
    const organisation = await official().single('organisation', inPlugin).find();
    expect((organisation.data as { name?: string }).name).toBe('Example Organisation');
    const { slug } = await make.action();
    const path = `/campaign-actions/actions/${slug}/counter`;
    const { data } = (await (await official().fetch(path)).json()) as { data: Counter };
    expect(data).toEqual(
      (await app.get<{ data: Counter }>(`${API}/actions/${slug}/counter`)).body.data,
    );
  });
});
