import type { Browser, Page } from 'playwright-core';
import { type App, startApp } from '../app';
import { startBrowser } from '../chromium';
import { maker } from '../make';
import { panelUsers } from '../panel-users';

const CAMPAIGN = 'plugin::campaign-actions.campaign';

describe('An editor with Strapi’s preview', () => {
  let app: App;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    // Only now is it known where this host can be reached.
    const { config } = app.strapi;
    config.set('plugin::campaign-actions.publicUrl', app.url);
    config.set('plugin::campaign-actions.previewUrl', `${app.url}/preview`);
    browser = await startBrowser();
    page = await (await browser.newContext({ locale: 'en-CA' })).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await app.destroy();
  });

  const field = (name: string) => page.locator(`[name="${name}"]`);

  it('sees the draft beside its fields, and sees it anew when it is saved', async () => {
    const make = maker(app);
    const action = await make.action();
    const draft = await make.campaign({
      status: 'draft',
      title: 'Stop the violence',
      action: action.documentId,
    });
    const users = panelUsers(app);
    const login = await users.create('preview', await users.roles.getSuperAdmin());
    await page.goto(`${app.url}/admin/auth/login`);
    await field('email').fill(login.email);
    await field('password').fill(login.password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.includes('/auth/'));

    const edit = `${app.url}/admin/content-manager/collection-types/${CAMPAIGN}/${draft.documentId}`;
    await page.goto(`${edit}?plugins[i18n][locale]=en`);
    await page.getByRole('link', { name: 'Open preview' }).click();
    const shown = page.frameLocator('[data-testid=preview-iframe]');
    await shown.getByRole('heading', { name: 'Stop the violence' }).first().waitFor();

    const frame = page.frames().find((each) => each !== page.mainFrame());
    expect(frame?.url()).toContain('preview=');
    await app.strapi.documents(CAMPAIGN).update({
      documentId: draft.documentId,
      locale: 'en',
      data: { title: 'Stop it now' },
    } as never);
    // What the panel says to the page once it has saved.
    await page.evaluate(`{
      const { contentWindow, src } = document.querySelector('iframe');
      contentWindow.postMessage({ type: 'strapiUpdate' }, new URL(src).origin);
    }`);
    await shown.getByRole('heading', { name: 'Stop it now' }).first().waitFor();

    // The same draft in a window of its own, while it is saved in this one.
    const alone = await page.context().newPage();
    await alone.goto(frame?.url() ?? '');
    await page.bringToFront();
    await page.goto(`${edit}?plugins[i18n][locale]=en`);
    await field('title').fill('Stop it today');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    await alone.bringToFront();
    await alone.getByRole('heading', { name: 'Stop it today' }).first().waitFor();
  });
});
