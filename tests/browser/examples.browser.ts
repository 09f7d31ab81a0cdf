import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type App, startApp } from '../app';
import { startBrowser } from '../chromium';
import { maker, someEmail } from '../make';
import { API, signatures } from '../signatures';

const ROOT = path.resolve(__dirname, '../..');
const DIST = path.join(ROOT, 'clients/web/dist');
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
    // Of images, and of an icon, the stories have no server.
    if (said.type() === 'error' && !/act\.example\.org|favicon/.test(text)) complaints.push(text);
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
    let server: Server;
    let address = '';
    let page: (html: string) => string;
    beforeAll(async () => {
      /** As any web server would: the page, and the files that it says lie beside it. */
      server = createServer((request, response) => {
        const name = (request.url ?? '/').slice(1);
        const file = name ? path.join(DIST, name) : path.join(ROOT, 'examples/plain/index.html');
        readFile(file, 'utf8').then(
          (text) => {
            response.setHeader('Content-Type', name ? 'text/javascript' : 'text/html');
            response.end(name ? text : page(text.replace('http://localhost:1337', app.url)));
          },
          () => response.writeHead(404).end(),
        );
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    });
    beforeEach(() => {
      page = (html) => html;
    });
    afterAll(() => server.close());

    it('shows the page, and takes a signature', async () => {
      const tab = await context.newPage();
      const complaints = complaintsOf(tab);
      await tab.goto(address);
      await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await tab.getByText('785 people have taken action').first().waitFor();
      const email = someEmail();
      await sign(tab, email);
      expect((await signatures(app).tokens(email)).confirm).toBeTruthy();
      expect(complaints).toEqual([]);
    });

    it('solves a challenge beside the page', async () => {
      const { slug } = await maker(app).action({ challenge: 'always' });
      const form = `<campaign-form base-url="${app.url + API}" action="${slug}"></campaign-form>`;
      page = (html) => html.replace(/<campaign-page[^]*<\/campaign-page>/, form);
      const tab = await context.newPage();
      await tab.goto(address);
      const working = tab.waitForEvent('worker');
      await sign(tab, someEmail());
      expect((await working).url()).toBe(`${address}challenge-worker.js`);
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

    it('is read without any script, in both languages', async () => {
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const page = await plain.newPage();
      await page.goto(`${address}/en/${SLUG}`);
      await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await page.getByText('785 people have taken action').first().waitFor();
      expect(await page.getByLabel('First name').isVisible()).toBe(true);
      await page.goto(`${address}/fr/${SLUG}`);
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
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

    it('says that a page does not exist', async () => {
      const answer = await fetch(`${address}/en/nothing`);
      expect([answer.status, await answer.text()]).toEqual([
        404,
        'This page does not exist, or not any more.',
      ]);
    });
  });
});
