import type { BrowserContext, Page } from 'playwright-core';
import { LETTER, PAGES, PUBLIC_URL, inFrontOfDemo } from './demo';

const WORDS = {
  en: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail',
    sign: 'Sign the petition',
    confirm: 'Confirm',
    taken: (people: number) => `${people} people have taken action`,
  },
  fr: {
    firstName: 'Prénom',
    lastName: 'Nom',
    email: 'Courriel',
    sign: 'Signer la pétition',
    confirm: 'Confirmer',
    taken: (people: number) => `${people} personnes sont passées à l’action`,
  },
};
type Words = (typeof WORDS)['en'];

describe('From the page to the counter', () => {
  const demo = inFrontOfDemo();
  let context: BrowserContext;

  afterEach(() => context.close());

  /** Links in mails lead to the public address, which in these stories is not that of the app. */
  const begin = async (locale: string): Promise<BrowserContext> => {
    context = await demo.browser.newContext({ locale });
    const { url } = demo.app;
    await context.route(`${PUBLIC_URL}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ status: 302, headers: { Location: url + pathname + search } });
    });
    return context;
  };
  const goTo = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(demo.app.url + path);
    return page;
  };

  const fillIn = async (page: Page, words: Words, email: string): Promise<void> => {
    const named = (label: string) => page.getByRole('textbox', { name: label, exact: true });
    await named(words.firstName).fill('Zoë');
    await named(words.lastName).fill('Example');
    await named(words.email).fill(email);
  };
  const openMail = async (page: Page, to: string): Promise<void> => {
    await page.goto(`${demo.app.url}/mailbox`);
    await page.getByRole('link', { name: to }).first().click();
    await page.frameLocator('iframe').getByRole('link').first().waitFor();
  };

  const followMail = async (page: Page, email: string): Promise<void> => {
    await page.locator('[data-screen="almost-there"]').waitFor();
    await openMail(page, email);
    const link = page.frameLocator('iframe').getByRole('link').first();
    await Promise.all([page.waitForURL(/\/confirm/), link.click()]);
  };

  it.each([
    ['en', 785],
    ['fr', 786],
  ] as const)(
    'somebody signs in %s, confirms in their mail, and others see it',
    async (locale, before) => {
      await begin(`${locale}-CA`);
      const words = WORDS[locale];
      const email = `zoe.${locale}@example.org`;
      const others = await goTo(PAGES[locale]);
      await others.getByText(words.taken(before)).first().waitFor();

      const page = await goTo(PAGES[locale]);
      await fillIn(page, words, email);
      await page.getByRole('button', { name: words.sign }).click();
      await page.locator('[data-screen="almost-there"]').waitFor();
      await openMail(page, email);
      const link = page.frameLocator('iframe').getByRole('link').first();
      await Promise.all([page.waitForURL(/\/confirm/), link.click()]);
      await page.getByRole('button', { name: words.confirm, exact: true }).click();
      await page.locator('[part=done]').waitFor();
      await others
        .getByText(words.taken(before + 1))
        .first()
        .waitFor();
    },
  );

  it('somebody sends a letter, and the counter in another window moves by itself', async () => {
    await begin('en-CA');
    const others = await goTo(LETTER);
    await others.locator('campaign-counter', { hasText: '0' }).first().waitFor();
    const page = await goTo(LETTER);
    await fillIn(page, WORDS.en, 'writer@example.org');
    await page.getByRole('button', { name: 'I have sent my letter' }).click();
    // Nobody is at risk here, and this browser remembers: the page presses its button by itself.
    await followMail(page, 'writer@example.org');
    await page.getByRole('heading', { name: 'Thank you for writing' }).waitFor();
    await others.getByText('1 person has written a letter').first().waitFor();
  });
});
