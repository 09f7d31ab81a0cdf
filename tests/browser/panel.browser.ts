import type { Browser, Locator, Page } from 'playwright-core';
import { type App, startApp } from '../app';
import { startBrowser } from '../chromium';
import { type Login, panelUsers } from '../panel-users';

interface Walk {
  /** Where Strapi listens, without a trailing slash. */
  baseUrl: string;
  /** A fresh page whose browser speaks English. */
  page: Page;
  /** A panel user who may do everything. */
  login: Login;
}

interface PublicPage {
  data: { action: object };
}

const ACTION = 'plugin::campaign-actions.action';
const CAMPAIGN = 'plugin::campaign-actions.campaign';

/** The button that adds the first part to a component field, found by the field's label. */
const addTo = (page: Page, label: string): Locator =>
  page.locator(
    `xpath=//label[starts-with(normalize-space(.), "${label}")]` +
      '/ancestor::*[.//button[contains(., "No entry yet")]][1]//button[contains(., "No entry yet")]',
  );

const field = (page: Page, name: string): Locator => page.locator(`[name="${name}"]`);

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const says = (page: Page, sentence: string): Promise<void> =>
  page.getByText(sentence).first().waitFor();

const signIn = async ({ baseUrl, page, login }: Walk): Promise<void> => {
  await page.goto(`${baseUrl}/admin/auth/login`);
  await field(page, 'email').fill(login.email);
  await field(page, 'password').fill(login.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
};

const create = async ({ baseUrl, page }: Walk, uid: string, title: string): Promise<void> => {
  await page.goto(
    `${baseUrl}/admin/content-manager/collection-types/${uid}/create?plugins[i18n][locale]=en`,
  );
  await field(page, 'title').fill(title);
};

const writeCounterLabel = async (page: Page): Promise<void> => {
  for (const [box, rest] of [
    ['One', ' person has taken action'],
    ['Many', ' people have taken action'],
  ] as const) {
    await page.getByRole('button', { name: `Insert the number (${box})` }).click();
    await page.getByRole('textbox', { name: box, exact: true }).pressSequentially(rest);
  }
  await says(page, '1,000,000 people have taken action');
};

const createAction = async (walk: Walk, title: string): Promise<void> => {
  const { page } = walk;
  await create(walk, ACTION, title);
  await field(page, 'statement').fill('Urge the authorities to end the violence.');
  await addTo(page, 'Targets').click();
  await field(page, 'targets.0.name').fill('Government of Russia');
  await addTo(page, 'Form').click();
  await field(page, 'form.heading').fill('Your information');
  await writeCounterLabel(page);
  await press(page, 'Save');
  await says(page, 'Saved document');
};

const collectElsewhere = async (page: Page, people: number): Promise<void> => {
  await press(page, 'Change “Collected elsewhere”');
  await press(page, 'Change the counter');
  await says(page, 'Say where these people were counted, or why the number changes.');
  await field(page, 'offset').fill(String(people));
  await field(page, 'reason').fill('Signed on paper before this page.');
  await press(page, 'Change the counter');
  await says(page, `The counter now says ${people}.`);
};

const createCampaign = async (walk: Walk, title: string, action: string): Promise<void> => {
  const { page } = walk;
  await create(walk, CAMPAIGN, title);
  await says(page, 'This page names no action');
  const picker = page.getByPlaceholder('Search for an action by its title');
  await picker.click();
  await picker.pressSequentially('attacks');
  await page.getByRole('option', { name: action }).click();
  await press(page, 'Save');
  await says(page, 'Saved document');
};

/** The draft as data, since nobody has said which website shows it. */
const showDraft = async (page: Page): Promise<void> => {
  await press(page, 'Make a link to the draft');
  await says(page, 'Nobody has said yet which page of your website shows drafts');
  await press(page, 'Copy the address of the data');
};

const signAsTest = async (page: Page): Promise<void> => {
  await press(page, 'Send me a test signature');
  await says(page, 'lies as a file in');
};

describe('An editor in the panel', () => {
  let app: App;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.destroy();
  });

  it('writes an action with its counter, and a campaign that names it, and publishes both', async () => {
    const users = panelUsers(app);
    const login = await users.create('ada', await users.roles.getSuperAdmin());
    const page = await browser.newPage({
      viewport: { width: 1440, height: 1000 },
      locale: 'en-CA',
    });
    const walk: Walk = { baseUrl: app.url, page, login };
    await signIn(walk);
    await createAction(walk, 'Stop the attacks');
    await collectElsewhere(page, 785);
    await createCampaign(walk, 'Attacks must stop', 'Stop the attacks');
    await showDraft(page);
    await press(page, 'Publish the action too');
    await says(page, 'Published document');
    await says(page, 'This page is not published, but its action');
    await press(page, 'Publish');
    await page.getByText('This page is not published, but its action').waitFor({ state: 'hidden' });

    const { status, body } = await app.get<PublicPage>(
      '/api/campaign-actions/campaigns/attacks-must-stop',
    );
    expect(status).toBe(200);
    expect(body.data.action).toMatchObject({
      title: 'Stop the attacks',
      counter: { total: 785, label: '785 people have taken action' },
    });

    const action: unknown = await app.strapi.db
      .query(ACTION)
      .findOne({ where: { title: 'Stop the attacks' } });
    const { documentId } = action as { documentId: string };
    await page.goto(`${app.url}/admin/content-manager/collection-types/${ACTION}/${documentId}`);
    await signAsTest(page);
  });
});
