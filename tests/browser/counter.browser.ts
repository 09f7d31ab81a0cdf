import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from '../chromium';
import { someEmail } from '../make';
import { oneApp } from '../one-app';

interface Offset {
  offset: { change: (change: object) => Promise<void> };
}

const DIST = path.resolve(__dirname, '../../clients/web/dist');

const markup = (action: string, language: string): string => `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>A page</title>
<campaign-counter action="${action}"></campaign-counter>
<campaign-progress action="${action}"></campaign-progress>
<script type="module" src="/web/campaign-elements.js"></script></html>`;

/** What runs in the page, where these types are not known: an answer that comes late. */
const KEEP_ANSWER = `import('/web/campaign-elements.js').then(async ({ createCampaignActions }) => {
  const actions = createCampaignActions({ baseUrl: '/api/campaign-actions', locale: 'en' });
  globalThis.late = await actions.counter(document.querySelector('campaign-counter').getAttribute('action'));
})`;
const SHOW_ANSWER = `for (const name of ['campaign-counter', 'campaign-progress'])
  document.querySelector(name).data = late;`;
const REGION = `document.querySelector('campaign-counter').shadowRoot.querySelector('[role=status]')`;

describe('Counters in a browser', () => {
  const { app, make } = oneApp(({ make }) => make.organisation().then(() => undefined));
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'en-CA' });
    await context.route(`${app.url}/web/*`, (route) =>
      route.fulfill({
        path: path.join(DIST, path.basename(new URL(route.request().url()).pathname)),
      }),
    );
  });
  afterEach(() => context.close());
  afterAll(() => browser.close());

  const counted = async (action: string, people: number): Promise<void> => {
    const { offset } = app.strapi.plugin('campaign-actions').services as unknown as Offset;
    await offset.change({ action, offset: people, reason: 'By post', who: 'an editor' });
  };

  /** A page of somebody's own site with one counter on it, which has moved once. */
  const open = async (language: string): Promise<{ page: Page; action: string }> => {
    const { documentId, slug } = await make.action({ goal: 100 });
    await counted(documentId, 11);
    const page = await context.newPage();
    await page.route(`${app.url}/a-page`, (route) =>
      route.fulfill({ contentType: 'text/html', body: markup(slug, language) }),
    );
    await page.goto(`${app.url}/a-page`);
    await page.getByText('11 people have taken action').waitFor();
    return { page, action: documentId };
  };

  it('are there also where the page writes its language as other systems do', async () => {
    const { page } = await open('fr_CA');
    await page.getByText('Encore 89 pour atteindre 100').waitFor();
  });

  it('keep the newest number, also when an older answer comes late', async () => {
    const { page, action } = await open('en');
    await page.evaluate(KEEP_ANSWER);
    await counted(action, 12);
    await page.getByText('12 people have taken action').waitFor();
    await page.evaluate(SHOW_ANSWER);
    expect(await page.locator('campaign-counter [part=label]').textContent()).toContain('12 ');
    expect(await page.locator('campaign-progress [part=goal]').textContent()).toContain('88 ');
  });

  it('show another action’s number after the site took them out, and put them in for that', async () => {
    const { page } = await open('en');
    const another = await make.action();
    await counted(another.documentId, 5);
    await page.evaluate(`{
      const counter = document.querySelector('campaign-counter');
      counter.remove();
      counter.setAttribute('revision', '1000000');
      counter.setAttribute('action', '${another.documentId}');
      document.body.append(counter);
    }`);
    await page.getByText('5 people have taken action', { exact: true }).waitFor();
  });

  it('say changes in a region that was there before, since nobody hears a new one', async () => {
    const { page, action } = await open('en');
    await page.evaluate(`void (globalThis.region = ${REGION})`);
    await counted(action, 12);
    await page.getByText('12 people have taken action').waitFor();
    expect(await page.evaluate(`region === ${REGION}`)).toBe(true);
  });

  it('leave a connection to whoever signs, in three windows with six counters each', async () => {
    const others = await Promise.all([1, 2, 3, 4, 5].map(() => make.action()));
    const furtherActions = others.map(({ documentId, title }) => ({
      ...{ label: 'Write a letter', title, action: documentId },
    }));
    const { documentId } = await make.action();
    const { slug } = await make.campaign({ action: documentId, furtherActions });
    const streams = new Set<object>();
    context.on('request', (request) => {
      if (request.url().includes('/counter/stream')) streams.add(request);
    });
    const windows = await Promise.all([1, 2, 3].map(() => context.newPage()));
    for (const window of windows) await window.goto(`${app.url}/en/${slug}`);
    for (const window of windows) {
      await window.getByLabel('First name').fill('Zoë');
      await window.getByLabel('Last name').fill('Example');
      await window.getByLabel('E-mail').first().fill(someEmail());
      await window.getByRole('button', { name: 'Sign', exact: true }).click();
      await window.locator('[data-screen="almost-there"]').waitFor();
    }
    expect(streams.size).toBe(2);
  });
});
