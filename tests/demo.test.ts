import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { campaignAnswer } from '../plugins/campaign-actions/contracts/campaign';
import { organisationAnswer } from '../plugins/campaign-actions/contracts/organisation';
import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { API, signatures } from './signatures';

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
  slug: string;
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

const wordsOf = (blocks: Block[]): string[] =>
  blocks.map((block) => block.children.map((child) => child.text).join(''));

const text = ({ sections }: Page): string =>
  sections.flatMap(({ heading, body }) => [heading ?? '', ...wordsOf(body)]).join('\n');

/** The page as it stood before it was put into this system: its words, without its layout. */
const PAGE = [
  'Amnesty International Canada',
  '2 people reported to have been tortured to death since December 2018',
  '785 people have taken action',
  'Urge Chechen authorities to investigate serious human rights violations against the LGBTI community and hold those responsible to account.',
  'Government of Russia',
  'Add your personal message and signature',
  'Your Information',
  'Attacks on LGBTI people in Chechnya must stop',
  'Chechen authorities have unleashed a new wave of homophobic attacks since the end of December 2018. At least 40 people believed to be gay or lesbian have been arbitrarily detained and tortured in Chechnya, a republic in the south of Russia.',
  'Around 40 individuals have reportedly been detained in a government building in the city of Argun, where they have been subjected to torture and other ill-treatment. At least two individuals are reported to have died after being tortured, but the actual number of victims may be higher. Authorities are also reportedly destroying the individuals’ passports, making it difficult for them to flee Chechnya.',
  'Russian authorities failed to investigate or hold to account the perpetrators of homophobic attacks in 2017, which involved the abduction and killing of 100 LGBTI people. International outcry in 2017 caused the attacks to slow down considerably, but Russia’s inaction has enabled this homophobic crackdown to resume.',
  'Call on Russian President Vladimir Putin to end the violence and bring those responsible to account.',
  '2017 attacks',
  'On April 1, 2017, the Russian independent daily newspaper, Novaya Gazeta, reported that over a hundred men believed to be gay had been abducted in Chechnya as part of a coordinated campaign by the local authorities. The men were reportedly tortured and ill-treated in other ways, and forced to disclose other LGBTI individuals known to them. Novaya Gazeta claimed to have verified information about at least three men who had been killed by their captors, but its sources claimed that there had been many more killings. Officials in Chechnya and Moscow continuously denied these allegations and the preliminary criminal investigation into allegations of Maxim Lapunov, the only victim who came forward, was closed.',
  'According to Novaya Gazeta, an atmosphere of anti-gay feeling has been growing in Chechnya since early March 2017 when local media reported that Moscow-based gay rights group had applied for permits to stage gay rights rallies across Russia, including in Muslim-majority regions.',
  'In the wake of the attacks, members of the NGO Russian LGBT Network created a hotline offering help to those who may be looking for safety outside the region. Some of those who escaped were resettled in Canada.',
  'Write a letter: Russia: Homophobic crackdown on Chechnya resumes',
];

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

  const shown = async (locale: string) => {
    const { slug } = await page(app, locale);
    const answer = await app.get(`${API}/campaigns/${slug}?locale=${locale}`);
    return campaignAnswer.parse(answer.body).data;
  };

  it('says what the page said, line by line', async () => {
    const { hero, action, title, sections, furtherActions, scripts } = await shown('en');
    const { data: organisation } = organisationAnswer.parse(
      (await app.get(`${API}/organisation`)).body,
    );
    const [further] = furtherActions;
    const said = [
      organisation.name,
      `${hero?.figure} ${hero?.statement}`,
      action?.counter?.label,
      action?.statement,
      ...(action?.targets.map(({ name }) => name) ?? []),
      action?.form.messageHeading,
      action?.form.heading,
      title,
      ...sections.flatMap((section) =>
        section.type === 'text'
          ? [section.heading, ...wordsOf(section.body as unknown as Block[])]
          : [],
      ),
      `${further?.label}: ${further?.title}`,
    ];
    expect(said.filter((line) => line !== null)).toEqual(PAGE);
    expect(scripts).toEqual([]);
  });

  it('counts 785, then 786: one signature, once it is confirmed', async () => {
    const action = (await page(app, 'en')).action;
    const supporters = signatures(app);
    for (const [locale, label] of [
      ['en', '785 people have taken action'],
      ['fr', '785 personnes sont passées à l’action'],
    ] as const) {
      const { counter } = (await shown(locale)).action ?? {};
      expect(counter).toMatchObject({ total: 785, signatures: 0, offset: 785, label });
    }
    const email = someEmail();
    expect((await supporters.sign(action, { email })).status).toBe(202);
    const { confirm } = await supporters.tokens(email);
    expect(await supporters.ledger(action)).toMatchObject({ signatures: 0, offset: 785 });
    expect((await supporters.confirm(confirm)).status).toBe(200);
    const { signatures: signed, offset } = await supporters.ledger(action);
    expect([signed, offset, signed + offset]).toEqual([1, 785, 786]);
  });

  it('leaves an offset alone that was changed since', async () => {
    const { action } = await page(app, 'en');
    const { offset } = app.strapi.plugin('campaign-actions').services as unknown as {
      offset: { change(change: object): Promise<void> };
    };
    await offset.change({ action, offset: 900, reason: 'Letters', who: 'an editor' });
    expect(await seed(app)).toEqual([]);
    expect(await signatures(app).ledger(action)).toMatchObject({ signatures: 1, offset: 900 });
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

  const organisation = async (
    locale: string,
  ): Promise<{ confirmPageUrl: string; name: string }> => {
    const found: unknown = await app.strapi
      .documents('plugin::campaign-actions.organisation')
      .findFirst({ locale } as never);
    return found as { confirmPageUrl: string; name: string };
  };

  it('follows where this host is reached, and leaves what an editor wrote', async () => {
    const { documentId } = (await app.strapi
      .documents('plugin::campaign-actions.organisation')
      .findFirst({})) as unknown as { documentId: string };
    const save = (locale: string, data: object) =>
      app.strapi
        .documents('plugin::campaign-actions.organisation')
        .update({ documentId, locale, data } as never);
    await save('en', { name: 'Renamed by an editor' });
    await save('fr', { confirmPageUrl: 'https://www.example.org/confirmer' });
    app = await app.restart({ PUBLIC_URL: 'http://localhost:1338' });
    expect(await seed(app)).toEqual([]);
    expect(await organisation('en')).toMatchObject({
      name: 'Renamed by an editor',
      confirmPageUrl: 'http://localhost:1338/confirm?locale=en',
    });
    expect((await organisation('fr')).confirmPageUrl).toBe('https://www.example.org/confirmer');
  });
});

describe('the demo content beside an organisation’s own', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.destroy());

  it('never writes over it, not when the address has changed, nor the content of the demo', async () => {
    const own = { name: 'Our own', url: 'https://example.org', confirmPageUrl: null };
    await maker(app).organisation(own);
    await seed(app);
    app = await app.restart({ PUBLIC_URL: 'http://localhost:1338' });
    const store = { type: 'core', name: 'demo', key: 'seed' } as const;
    const memory = (await app.strapi.store.get(store)) as Record<string, object>;
    // As if the files of the demo had changed since.
    memory.organisation = { ...memory.organisation, fingerprint: 'of other content' };
    await app.strapi.store.set({ ...store, value: memory });
    await seed(app);
    const found: unknown = await app.strapi
      .documents('plugin::campaign-actions.organisation')
      .findFirst({ locale: 'en' } as never);
    expect(found).toMatchObject(own);
  });
});
