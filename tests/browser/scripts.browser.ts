import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { maker } from '../make';
import { inFrontOfDemo } from './demo';
import { until } from './waiting';

const CDN = 'https://cdn.example.org';
const ALLOWED = 'globalThis.ran = [...(globalThis.ran ?? []), "as listed"];';
const CHANGED = 'globalThis.ran = [...(globalThis.ran ?? []), "changed"];';
const inline = (name: string): string => `globalThis.ran = [...(globalThis.ran ?? []), "${name}"];`;

const integrityOf = (text: string): string =>
  `sha384-${createHash('sha384').update(text).digest('base64')}`;

describe('T-42: scripts of others on a page', () => {
  const demo = inFrontOfDemo();
  let to: string;

  beforeAll(async () => {
    const make = maker(demo.app);
    const { documentId } = await make.action();
    const measured = { consentCategory: 'statistics' };
    const integrity = integrityOf(ALLOWED);
    const campaign = await make.campaign({
      action: documentId,
      scripts: [
        { name: 'needed', inline: inline('needed'), consentCategory: 'necessary' },
        { name: 'as listed', src: `${CDN}/listed.js`, integrity, placement: 'head', ...measured },
        { name: 'changed', src: `${CDN}/changed.js`, integrity, ...measured },
        { name: 'inline', inline: inline('inline'), placement: 'body_end', ...measured },
      ],
    });
    to = `/en/${campaign.slug}`;
  });

  const open = async () => {
    const context = await demo.browser.newContext({ locale: 'en-CA' });
    const page = await context.newPage();
    const blocked: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') blocked.push(message.text());
    });
    await page.route(`${CDN}/*`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: route.request().url().includes('listed') ? ALLOWED : CHANGED,
      }),
    );
    await page.goto(demo.app.url + to);
    return { page, blocked, close: () => context.close() };
  };
  const ran = (page: Page): Promise<string[]> => page.evaluate<string[]>('globalThis.ran ?? []');

  it('run once somebody agreed, and only as they were when they were listed', async () => {
    const { page, blocked, close } = await open();
    await page.getByRole('button', { name: 'Accept all' }).waitFor();
    expect(await ran(page)).toEqual(['needed']);
    const refused = page.waitForEvent('console', (message) => /integrity/.test(message.text()));
    await page.getByRole('button', { name: 'Accept all' }).click();
    await refused;
    await until(page, 'globalThis.ran.length === 3');
    expect((await ran(page)).sort()).toEqual(['as listed', 'inline', 'needed']);
    // The browser complains of nothing but the one that has changed.
    expect(blocked.filter((each) => !each.includes('changed.js'))).toEqual([]);
    await close();
  });

  it('that nobody has listed do not run, however they came into the page', async () => {
    const { page, close } = await open();
    const refused = page.waitForEvent('console', (message) =>
      message.text().includes('Content Security Policy'),
    );
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = ${JSON.stringify(inline('smuggled in'))};
      document.body.append(script);`);
    await refused;
    expect(await ran(page)).toEqual(['needed']);
    await close();
  });
});
