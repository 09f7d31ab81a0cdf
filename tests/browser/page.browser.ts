import type { BrowserContextOptions, Page, Request } from 'playwright-core';
import { makePage } from '../page';
import { LETTER, PAGES, inFrontOfDemo } from './demo';
import { isLive, until } from './waiting';

interface Offset {
  offset: { change: (change: object) => Promise<void> };
}

const MOST_BYTES = 60_000;
/** Everything on the page that moves by itself. */
const NOTE_SHIFTS = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift', buffered: true });`;
const TAG = 'https://cdn.example.org/tag.js';

describe('The campaign page in a browser', () => {
  const demo = inFrontOfDemo();

  /** A page in a browser of its own, and what the browser complained about since. */
  const open = async (to: string, options: BrowserContextOptions = {}) => {
    const context = await demo.browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(demo.app.url + to);
    return { page, complaints, close: () => context.close() };
  };

  /** How much came over the wire for a request, without images. */
  const weightOf = async (request: Request): Promise<number> => {
    if (request.resourceType() === 'image') return 0;
    const { responseBodySize } = await request.sizes();
    return responseBodySize;
  };

  it.each([
    ['en', '785 people have taken action', '215 more to reach 1,000', 'Français'],
    ['fr', '785 personnes sont passées à l’action', 'Encore 215 pour atteindre', 'English'],
  ] as const)('is read in %s, under its policy', async (locale, counter, goal, other) => {
    const { page, complaints, close } = await open(PAGES[locale]);
    await isLive(page);
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    const said = (part: string) => page.locator(part).first().textContent();
    expect(await said('campaign-counter [part=label]')).toBe(counter);
    expect(await said('campaign-progress [part=goal]')).toContain(goal);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.getByRole('link', { name: other, exact: true }).click();
    await page.waitForURL((url) => url.pathname === PAGES[locale === 'en' ? 'fr' : 'en']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('loads little, in few requests, and nothing of it moves', async () => {
    const context = await demo.browser.newContext({ viewport: { width: 375, height: 800 } });
    const page = await context.newPage();
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    await page.addInitScript(NOTE_SHIFTS);
    await page.goto(demo.app.url + PAGES.en, { waitUntil: 'load' });
    await isLive(page);
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
    expect(await page.evaluate('shifts.reduce((sum, shift) => sum + shift, 0)')).toBeLessThan(0.01);
    const kinds = requests.map((request) => request.resourceType());
    expect(kinds.filter((kind) => kind === 'script')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'stylesheet' || kind === 'font')).toEqual([]);
    const weights = await Promise.all(requests.map(weightOf));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(MOST_BYTES);
    await context.close();
  });

  it.each([PAGES.en, PAGES.fr, LETTER])('fits a screen of 320 pixels: %s', async (to) => {
    const { page, close } = await open(to, { viewport: { width: 320, height: 700 } });
    await isLive(page);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(320);
    await close();
  });

  it('is read without JavaScript, and links within it work', async () => {
    const { page, close } = await open(PAGES.fr, {
      javaScriptEnabled: false,
      viewport: { width: 375, height: 800 },
    });
    for (const words of [
      '785 personnes sont passées à l’action',
      'ont été réinstallées au Canada.',
      'Écrire une lettre',
    ])
      await page.getByText(words).first().waitFor();
    await page.getByRole('button', { name: 'Signer la pétition' }).waitFor();
    await page.getByRole('link', { name: 'Passer à l’action' }).first().click();
    expect(new URL(page.url()).hash).toBe('#campaign-act');
    await close();
  });

  it('is whole on a phone that knows neither declarative shadow roots nor sheets to adopt', async () => {
    const context = await demo.browser.newContext({ viewport: { width: 375, height: 800 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.addInitScript('delete Document.prototype.adoptedStyleSheets;');
    await page.route(demo.app.url + PAGES.en, async (route) => {
      const answer = await route.fetch();
      // Its parser leaves the templates where they are.
      const body = (await answer.text()).replaceAll('shadowrootmode="open"', 'shadowrootmode=""');
      await route.fulfill({ response: answer, body });
    });
    await page.goto(demo.app.url + PAGES.en);
    await page.getByRole('button', { name: 'Sign the petition' }).waitFor();
    const button = "document.querySelector('campaign-form').shadowRoot.querySelector('.main')";
    const colour = await page.evaluate(`getComputedStyle(${button}).backgroundColor`);
    expect(colour).toBe('rgb(176, 24, 15)');
    expect(await page.locator('campaign-counter [part=number]').first().textContent()).toBe('785');
    // Of the markup, this browser says what such a phone would not.
    expect(complaints.filter((each) => !each.includes('shadowrootmode'))).toEqual([]);
    await context.close();
  });

  it('is passed over by keyboard', async () => {
    const { page, close } = await open(PAGES.en);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('campaign-act');
    await close();
  });

  it('counts on in a second window, without being loaded again', async () => {
    const { page, complaints, close } = await open(LETTER);
    await page.locator('campaign-counter', { hasText: '0' }).waitFor();
    const { offset } = demo.app.strapi.plugin('campaign-actions').services as unknown as Offset;
    const action = await page.getAttribute('campaign-counter', 'action');
    await offset.change({ action, offset: 12, reason: 'By post', who: 'an editor' });
    await page.getByText('12', { exact: true }).waitFor({ timeout: 5000 });
    await page.getByText('88 more to reach 100').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  describe('with scripts of others', () => {
    let to: string;
    beforeAll(async () => {
      const { campaign } = await makePage(demo.app);
      to = `/en/${campaign.slug}`;
    });

    /** Counts who asks for the script, which is never sent: its fingerprint is made up. */
    const watched = async (options: BrowserContextOptions = {}) => {
      const context = await demo.browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const asked: string[] = [];
      await page.route(`${TAG}*`, (route) => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/javascript', body: '' });
      });
      await page.goto(demo.app.url + to);
      return { page, asked, close: () => context.close() };
    };
    const banner = (page: Page) => page.getByRole('region', { name: 'Your privacy' });

    const scrolled = (page: Page) => page.evaluate<number>('scrollY');
    const keptClear = (page: Page) =>
      page.evaluate<string>('document.documentElement.style.scrollPaddingBottom');

    it('loads none before somebody agreed, and none when they refused, here and later', async () => {
      const { page, asked, close } = await watched();
      await banner(page).waitFor();
      const name = page.getByLabel('First name');
      await name.focus();
      const before = await scrolled(page);
      expect(before).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Refuse all' }).click();
      await banner(page).waitFor({ state: 'hidden' });
      // Whoever was in the middle of the page is there still.
      await page.keyboard.type('Zoë');
      expect(await name.inputValue()).toBe('Zoë');
      expect(await scrolled(page)).toBe(before);
      await page.reload();
      await isLive(page);
      await page.getByRole('button', { name: 'Privacy choices' }).waitFor();
      expect(await banner(page).count()).toBe(0);
      expect(asked).toEqual([]);
      await close();
    });

    it('loads them once somebody agreed, who can change their mind', async () => {
      const { page, asked, close } = await watched();
      const loading = page.waitForRequest(TAG);
      await page.getByRole('button', { name: 'Accept all' }).click();
      await loading;
      expect(asked).toEqual([TAG]);
      const choices = page.getByRole('button', { name: 'Privacy choices' });
      await choices.click();
      await page.keyboard.press('Escape');
      expect(await page.evaluate(`document.activeElement.matches('[data-consent]')`)).toBe(true);
      await choices.click();
      const reloading = page.waitForNavigation();
      await page.getByRole('button', { name: 'Refuse all' }).click();
      await reloading;
      await isLive(page);
      expect(asked).toEqual([TAG]);
      await close();
    });

    it('asks without covering the page, however far somebody zooms in', async () => {
      const { page, close } = await watched({ viewport: { width: 375, height: 800 } });
      await banner(page).waitFor();
      await until(page, `document.documentElement.style.scrollPaddingBottom !== ''`);
      await page.setViewportSize({ width: 320, height: 256 });
      await until(page, `document.documentElement.style.scrollPaddingBottom === ''`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await page.evaluate(`document.querySelector('.campaign-key strong').textContent = '12 M'`);
      const about = await page.locator('.campaign-key span').boundingBox();
      expect((about?.x ?? 0) + (about?.width ?? Infinity)).toBeLessThanOrEqual(320);
      const { y = 0 } = (await banner(page).boundingBox()) ?? {};
      expect(y).toBeGreaterThan(256);
      await page.setViewportSize({ width: 375, height: 800 });
      await until(page, `document.documentElement.style.scrollPaddingBottom !== ''`);
      await page.evaluate(`document.querySelector('campaign-page').remove()`);
      expect(await keptClear(page)).toBe('');
      await close();
    });

    it('offers no choice where no script can make it', async () => {
      const { page, close } = await watched({ javaScriptEnabled: false });
      await page.locator('footer').waitFor();
      expect(await page.locator('[data-consent]').isVisible()).toBe(false);
      await close();
    });
  });
});
