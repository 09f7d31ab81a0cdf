import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { type App, startApp } from './app';

/** The seed as the host has it compiled, as `npm run demo` and `npm run seed` use it. */
const seed = async (app: App): Promise<string[]> => {
  const { seed: load } = (await import(path.resolve(__dirname, '../dist/src/demo/seed.js'))) as {
    seed: (strapi: Core.Strapi) => Promise<string[]>;
  };
  return load(app.strapi);
};

const TABLES = ['organisations', 'campaigns', 'actions'].map((noun) => `campaign_actions_${noun}`);

/** Every row of the content types, and every component that they hold. */
const content = async ({ strapi }: App): Promise<unknown> => {
  const knex = strapi.db.connection;
  const rows = TABLES.map((table) => knex(table).select('*').orderBy('id'));
  return Promise.all([...rows, knex('files').select('*').orderBy('id')]);
};

interface Block {
  children: { text: string }[];
}
interface Page {
  title: string;
  action: string;
  hero: { figure: string; statement: string; image: { alternativeText: string } };
  sections: { heading: string | null; body: Block[] }[];
  furtherActions: { label: string; title: string; action: string }[];
}

const page = async ({ strapi }: App, locale: string): Promise<Page> => {
  const [found] = await strapi.documents('plugin::campaign-actions.campaign').findMany({
    locale,
    status: 'published',
    populate: { hero: { populate: '*' }, sections: { populate: '*' }, furtherActions: true },
  } as never);
  return found as unknown as Page;
};

const text = ({ sections }: Page): string =>
  sections
    .flatMap(({ heading, body }) => [
      heading ?? '',
      ...body.map((block) => block.children.map((child) => child.text).join('')),
    ])
    .join('\n');

describe('the demo content', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.destroy());

  it('loads the page in both languages', async () => {
    expect(await seed(app)).toEqual(
      expect.arrayContaining(['organisation', 'letter', 'petition', 'campaign']),
    );
    const en = await page(app, 'en');
    const fr = await page(app, 'fr');

    expect(en.title).toBe('Attacks on LGBTI people in Chechnya must stop');
    expect(fr.title).toBe('Les attaques contre les personnes LGBTI en Tchétchénie doivent cesser');
    expect(en.hero.figure).toBe('2');
    expect(en.sections.map((section) => section.heading)).toEqual([null, '2017 attacks']);
    expect(text(en)).toContain('Some of those who escaped were resettled in Canada.');
    expect(text(fr)).toContain('ont été réinstallées au Canada.');
    expect(text(fr).split('\n')).toHaveLength(text(en).split('\n').length);
    expect(fr.action).toBe(en.action);
    expect(en.furtherActions).toMatchObject([
      { label: 'Write a letter', title: 'Russia: Homophobic crackdown on Chechnya resumes' },
    ]);
    expect(fr.hero.image.alternativeText).toContain('bougie');
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await content(app);
    expect(await seed(app)).toEqual([]);
    expect(await content(app)).toEqual(before);
  });

  it("leaves an editor's own change alone", async () => {
    const { action } = await page(app, 'en');
    await app.strapi.documents('plugin::campaign-actions.action').update({
      documentId: action,
      locale: 'en',
      data: { title: 'Changed by an editor' },
      status: 'published',
    } as never);
    expect(await seed(app)).toEqual([]);
    const kept = await app.strapi
      .documents('plugin::campaign-actions.action')
      .findOne({ documentId: action, locale: 'en' });
    expect(kept).toMatchObject({ title: 'Changed by an editor' });
  });
});
