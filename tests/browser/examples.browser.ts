import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Core } from '@strapi/strapi';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type App, startApp } from '../app';
import { startBrowser } from '../chromium';
import { maker, someEmail } from '../make';
import { previews } from '../previews';
import { API, signatures } from '../signatures';
import { type WebServer, webServer } from './web-server';

const ROOT = path.resolve(__dirname, '../..');
const SLUG = 'attacks-on-lgbti-people-in-chechnya-must-stop';
const TITLE = 'Attacks on LGBTI people in Chechnya must stop';

const seed = async ({ strapi }: App): Promise<void> => {
  const file = path.join(ROOT, 'dist/src/demo/seed.js');
  const { seed: load } = (await import(file)) as {
    seed: (strapi: Core.Strapi) => Promise<unknown>;
  };
  await load(strapi);
};

/** What the browser complained about: a policy that was broken, a script that failed. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    const text = `${said.text()} ${said.location().url}`;
    // Refusals of the doors are answers; of images, and of an icon, the stories have no server.
    if (said.type() === 'error' && !/status of 4|act\.example\.org|favicon/.test(text))
      complaints.push(text);
  });
  return complaints;
};

const sign = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('First name').fill('Zoë');
  await page.getByLabel('Last name').fill('Example');
  await page.getByLabel('E-mail').first().fill(email);
  await page.locator('campaign-form button.main').first().click();
  await page.getByText(email).waitFor();
};

describe('The examples', () => {
  let app: App;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    app = await startApp();
    await seed(app);
    browser = await startBrowser();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'en-CA' });
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await app.destroy();
  });

  describe('in one file', () => {
    let server: WebServer;
    let address = '';
    let change: (html: string) => string;
    beforeAll(async () => {
      const plain = await readFile(path.join(ROOT, 'examples/plain/index.html'), 'utf8');
      server = await webServer(() => change(plain.replace('http://localhost:1337', app.url)));
      address = `http://localhost:${server.port}/`;
    });
    beforeEach(() => {
      change = (html) => html;
    });
    afterAll(() => server.close());

    const formOf = (slug: string): string =>
      `<campaign-form base-url="${app.url + API}" action="${slug}"></campaign-form>`;

    it('shows the page, and takes a signature', async () => {
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await page.getByText('785 people have taken action').first().waitFor();
      const email = someEmail();
      await sign(page, email);
      expect((await signatures(app).tokens(email)).confirm).toBeTruthy();
      expect(complaints).toEqual([]);
    });

    it('solves a challenge beside the page', async () => {
      const { slug } = await maker(app).action({ challenge: 'always' });
      change = (html) => html.replace(/<campaign-page[^]*<\/campaign-page>/, formOf(slug));
      const page = await context.newPage();
      await page.goto(address);
      const working = page.waitForEvent('worker');
      await sign(page, someEmail());
      expect((await working).url()).toBe(`${address}challenge-worker.js`);
    });

    it('does so with scripts that come from another host', async () => {
      const { slug } = await maker(app).action({ challenge: 'always' });
      const elsewhere = `http://127.0.0.1:${server.port}/campaign-elements.js`;
      change = (html) =>
        html
          .replace(/<campaign-page[^]*<\/campaign-page>/, formOf(slug))
          .replace('campaign-elements.js', elsewhere);
      const page = await context.newPage();
      await page.goto(address);
      const working = page.waitForEvent('worker');
      await sign(page, someEmail());
      expect((await working).url()).toMatch(/^blob:/);
    });
  });

  describe('rendered by a server', () => {
    let server: ChildProcess;
    let address = '';
    beforeAll(async () => {
      server = spawn(process.execPath, ['examples/node/server.mjs'], {
        cwd: ROOT,
        env: { ...process.env, CAMPAIGN_ACTIONS_URL: app.url + API, PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said] = (await once(server.stdout!, 'data')) as [Buffer];
      address = new URL(/http:\S+/.exec(said.toString())?.[0] ?? '').origin;
    });
    afterAll(async () => {
      server.kill();
      await once(server, 'exit');
    });

    it('is read and signed without any script, in both languages', async () => {
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const page = await plain.newPage();
      await page.goto(`${address}/en/${SLUG}`);
      await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await page.getByText('785 people have taken action').first().waitFor();
      expect(await page.getByLabel('First name').isVisible()).toBe(true);
      await page.goto(`${address}/fr/${SLUG}`);
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      const email = someEmail();
      await page.getByLabel('Prénom').fill('Zoë');
      await page.getByLabel('Nom', { exact: true }).fill('Example');
      await page.getByLabel('Courriel').first().fill(email);
      await page.locator('campaign-form button.main').first().click();
      expect((await signatures(app).tokens(email)).confirm).toBeTruthy();
      await plain.close();
    });

    it('takes a signature, and nothing breaks its strict policy', async () => {
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(`${address}/en/${SLUG}`);
      const email = someEmail();
      await sign(page, email);
      expect((await signatures(app).tokens(email)).confirm).toBeTruthy();
      expect(complaints).toEqual([]);
    });

    it('solves a challenge under it, beside the page', async () => {
      const make = maker(app);
      const { documentId } = await make.action({ challenge: 'always' });
      const { slug } = await make.campaign({ action: documentId });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(`${address}/en/${slug}`);
      const working = page.waitForEvent('worker');
      await sign(page, someEmail());
      expect((await working).url()).toBe(`${address}/files/challenge-worker.js`);
      expect(complaints).toEqual([]);
    });

    it('says that a page does not exist', async () => {
      const answer = await fetch(`${address}/en/nothing`);
      expect([answer.status, await answer.text()]).toEqual([
        404,
        'This page does not exist, or not any more.',
      ]);
    });

    /** Asks for exactly this, by whatever name of the host. */
    const ask = async (target: string, host = 'localhost') => {
      const { port } = new URL(address);
      const asking = request({ port, host: 'localhost', path: target, headers: { Host: host } });
      const [answer] = (await once(asking.end(), 'response')) as [IncomingMessage];
      return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
    };

    it('goes on serving whatever address is asked for', async () => {
      for (const [target, status] of [
        ['//', 404],
        ['/en/%', 400],
        ['/%E0%A4%A/x', 400],
        ['/files/..%2fpackage.json', 404],
        ['/', 404],
      ] as const)
        expect([target, (await ask(target)).status]).toEqual([target, status]);
      expect((await ask(`/en/${SLUG}`)).status).toBe(200);
    });

    it('says where it is by its own name, whatever name it was asked by', async () => {
      const answer = await ask(`/en/${SLUG}?utm_source=x`, 'evil.example.com');
      expect(answer.text).toContain(`rel="canonical" href="${address}/en/${SLUG}"`);
      expect(answer.text).not.toContain('evil.example.com');
    });

    it('keeps a draft to whoever has its link', async () => {
      const { documentId } = await maker(app).campaign({ status: 'draft' });
      const token = previews(app).token('campaign', { documentId });
      const { status, headers } = await ask(`/en/${documentId}?status=draft&preview=${token}`);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      });
    });

    it('leads on to the action’s own page of thanks, without any script', async () => {
      // Neither the page’s own host nor the one that the form is posted to.
      const redirectUrl = `${address}/files/preview.js`.replace('localhost', '127.0.0.1');
      const { documentId } = await maker(app).action({
        confirmation: 'none',
        thanks: { redirectUrl },
      });
      const { slug } = await maker(app).campaign({ action: documentId });
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const page = await plain.newPage();
      for (const from of [
        `${address}/en/${slug}`,
        `${app.url.replace('127.0.0.1', 'localhost')}/en/${slug}`,
      ]) {
        await page.goto(from);
        await page.getByLabel('First name').fill('Zoë');
        await page.getByLabel('Last name').fill('Example');
        await page.getByLabel('E-mail').first().fill(someEmail());
        await page.locator('campaign-form button.main').first().click();
        await page.waitForURL(redirectUrl);
      }
      await plain.close();
    });
  });
});
