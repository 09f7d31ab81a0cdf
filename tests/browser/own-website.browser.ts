import type { Page } from 'playwright-core';
import { type Made, maker } from '../make';
import { previews } from '../previews';
import { API } from '../signatures';
import { inFrontOfDemo } from './demo';
import { type WebServer, webServer } from './web-server';

const ran = (name: string): string =>
  `globalThis.ran = [...(globalThis.ran ?? []), ["${name}", location.href]];`;

describe('The page on somebody’s own website', () => {
  const demo = inFrontOfDemo();
  let server: WebServer;
  let body = '';
  let make: ReturnType<typeof maker>;

  beforeAll(async () => {
    make = maker(demo.app);
    server = await webServer(
      () => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
        <body>${body}<script type="module" src="campaign-elements.js"></script></body></html>`,
    );
  });
  afterAll(() => server.close());

  const open = async (campaign: string, attributes = '', behind = '') => {
    const context = await demo.browser.newContext({ locale: 'en-CA' });
    const page = await context.newPage();
    body = `<div base-url="${demo.app.url + API}" ${attributes}>
      <campaign-page campaign="${campaign}"></campaign-page></div>`;
    const address = `http://localhost:${server.port}/${behind}`;
    return { page, address, go: () => page.goto(address), close: () => context.close() };
  };
  const shared = async (page: Page): Promise<string> => {
    const link = page.locator('campaign-share').getByRole('link', { name: 'WhatsApp' });
    const text = new URL((await link.getAttribute('href')) ?? '').searchParams.get('text') ?? '';
    return text.slice(text.lastIndexOf(' ') + 1);
  };

  it('is shared under the address that it has there, or that the site says', async () => {
    const { documentId } = await make.action();
    const { slug } = await make.campaign({ action: documentId });
    const here = await open(slug, '', '?page=7&utm_source=mail');
    await here.go();
    expect(await shared(here.page)).toBe(
      `http://localhost:${server.port}/?page=7&source=share-whatsapp`,
    );
    await here.close();
    const privacy = 'https://www.example.org/privacy';
    const said = await open(slug, `page-url="/stop" privacy-url="${privacy}"`);
    await said.go();
    expect(await shared(said.page)).toBe(
      `http://localhost:${server.port}/stop?source=share-whatsapp`,
    );
    const policy = said.page.getByRole('link', { name: 'Privacy policy' });
    expect(await policy.getAttribute('href')).toBe(privacy);
    await said.close();
  });

  it('speaks one language where it is not there in the one that was asked for', async () => {
    const { documentId } = await make.action({ locale: 'fr' });
    const script = { name: 'count', inline: ran('count'), consentCategory: 'statistics' };
    const { slug } = await make.campaign({ locale: 'fr', action: documentId, scripts: [script] });
    const { page, go, close } = await open(slug);
    await go();
    await page.getByRole('region', { name: 'Votre vie privée' }).waitFor();
    await page.getByRole('button', { name: 'Choix de confidentialité' }).waitFor();
    await page.getByRole('heading', { name: 'Parlez-en autour de vous' }).waitFor();
    await close();
  });

  describe('with scripts of its campaign', () => {
    let campaign: Made;
    beforeAll(async () => {
      const { documentId } = await make.action();
      campaign = await make.campaign({
        action: documentId,
        scripts: [
          { name: 'needed', inline: ran('needed'), consentCategory: 'necessary' },
          { name: 'count', inline: ran('count'), consentCategory: 'statistics' },
        ],
      });
    });

    it('runs each once, asks once and tells once, though the site moves it', async () => {
      const { page, address, go, close } = await open(campaign.slug, '', '#email=zoe@example.org');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await go();
      await page.getByRole('button', { name: 'Accept all' }).waitFor();
      await page.evaluate(`{
        globalThis.shared = 0;
        addEventListener('campaign:shared', () => { shared += 1; });
        document.body.prepend(document.querySelector('campaign-page'));
      }`);
      await page.getByRole('button', { name: 'Accept all' }).click();
      await page.locator('campaign-share').getByRole('button', { name: 'Copy the link' }).click();
      await page.getByText('The link is copied.').waitFor();
      expect(await page.evaluate('shared')).toBe(1);
      expect(await page.locator('campaign-consent').count()).toBe(1);
      // What a link fills in is no script's business.
      const plain = address.replace(/#.*/, '');
      expect(await page.evaluate('ran')).toEqual([
        ['needed', plain],
        ['count', plain],
      ]);
      expect(await page.getByLabel('E-mail').first().inputValue()).toBe('zoe@example.org');
      await close();
    });

    it('runs none where its address holds the token of a draft', async () => {
      const token = previews(demo.app).token('campaign', campaign);
      const { page, go, close } = await open(campaign.slug, `preview="${token}"`);
      await go();
      await page.getByText('Draft: nothing is stored.').waitFor();
      expect(await page.evaluate('globalThis.ran')).toBeUndefined();
      expect(await page.locator('campaign-consent').count()).toBe(0);
      await close();
    });

    it('is shown though the browser refuses one of them', async () => {
      const { page, go, close } = await open(campaign.slug);
      await page.addInitScript(`Object.defineProperty(HTMLScriptElement.prototype, 'text', {
        set() { throw new TypeError('refused'); },
      });`);
      await go();
      await page.getByRole('button', { name: 'Accept all' }).waitFor();
      expect(await page.locator('.campaign-not-loaded').count()).toBe(0);
      await close();
    });
  });

  it('looks for a saved draft where the elements around it say that it is', async () => {
    const { page, go, close } = await open('a-draft', 'preview="a-token" locale="fr"');
    body += '<script type="module" src="preview.js"></script>';
    const asked = page.waitForRequest((request) => request.url().includes('counters=false'));
    await go();
    expect((await asked).url()).toBe(
      `${demo.app.url + API}/campaigns/a-draft?locale=fr&status=draft&preview=a-token&counters=false`,
    );
    await close();
  });
});
