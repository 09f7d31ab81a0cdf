import { type App, startApp } from './app';
import { maker } from './make';

describe('the page at /doors', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.destroy());

  const inLanguage = (language: string) =>
    app.get('/doors', { headers: { 'Accept-Language': language } });

  it('says how to load the demo while nothing is published', async () => {
    const { status, headers, text } = await inLanguage('en');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<code>npm run seed</code>');
  });

  it('speaks English or French, as the browser asks', async () => {
    expect((await inLanguage('fr-CA,fr;q=0.9,en;q=0.5')).text).toContain('<html lang="fr">');
    expect((await inLanguage('en-CA,fr;q=0.5')).text).toContain('<html lang="en">');
    expect((await inLanguage('de')).text).toContain('<html lang="en">');
    expect((await app.get('/doors?locale=fr')).text).toContain('<html lang="fr">');
  });

  it('has an icon, which every browser asks for', async () => {
    expect((await app.get('/favicon.ico')).status).toBe(200);
  });

  it('lets nothing load but its own style sheet', async () => {
    const { headers, text } = await inLanguage('en');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|src=|<link/);
  });

  it('lists published campaigns once, in the language that they have', async () => {
    const make = maker(app);
    await make.locale('fr');
    const action = await make.action();
    const campaign = await make.campaign({ title: 'Stop <torture>', action: action.documentId });
    await make.campaign({ title: 'A draft', status: 'draft' });
    await app.strapi.documents('plugin::campaign-actions.campaign').update({
      documentId: campaign.documentId,
      locale: 'fr',
      status: 'published',
      data: { title: 'Arrêtez', slug: 'arretez', action: action.documentId },
    } as never);

    // What is listed is kept for a second.
    const listedIn = async (language: string): Promise<string> => {
      const { text } = await inLanguage(language);
      return text.includes('<code>npm run seed</code>') ? listedIn(language) : text;
    };
    const text = await listedIn('en');
    expect(text).toContain('Stop &lt;torture&gt;');
    expect(text).toContain(`href="/en/${campaign.slug}"`);
    expect(text).toContain(`/api/campaign-actions/campaigns/${campaign.slug}?locale=en`);
    expect(text).toContain(`/api/campaign-actions/actions/${action.documentId}/counter?locale=en`);
    expect(text).not.toContain('A draft');
    expect(text).not.toContain('Arrêtez');
    expect(await listedIn('fr')).toContain('<span class="title" lang="fr">Arrêtez');
  });
});
