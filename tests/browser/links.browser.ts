import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type App, startApp } from '../app';
import { startBrowser } from '../chromium';
import { maker, someEmail } from '../make';
import { signatures } from '../signatures';
import { PUBLIC_URL, serveMailbox } from './demo';
import { until } from './waiting';

describe('A supporter with a mail', () => {
  let app: App;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let make: ReturnType<typeof maker>;
  let supporters: ReturnType<typeof signatures>;
  let complaints: string[];

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL });
    await serveMailbox(app.strapi);
    make = maker(app);
    supporters = signatures(app);
    await make.organisation({ confirmPageUrl: `${app.url}/confirm?locale=en` });
    browser = await startBrowser();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await app.destroy();
  });

  const begin = async (options: BrowserContextOptions = {}): Promise<void> => {
    context = await browser.newContext({ locale: 'en-CA', ...options });
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  };

  const signed = async (values: object = {}) => {
    const { documentId } = await make.action(values as Record<string, unknown>);
    const email = someEmail();
    await supporters.sign(documentId, { email });
    const { mail } = await supporters.tokens(email);
    const [confirm = '', reject = ''] = mail.links.filter((link) => link.includes('#'));
    return { documentId, email, confirm, reject };
  };
  const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const total = async (action: string) => (await supporters.ledger(action)).signatures;

  it('confirms with one button, is thanked, and led on to the next action and to sharing', async () => {
    const next = await make.action({ kind: 'letter', title: 'Write a letter' });
    const thanks = { heading: 'You did it', nextAction: next.documentId };
    const { documentId, confirm } = await signed({ thanks });
    await begin();
    // As on phones of 2021.
    await page.addInitScript('delete AbortSignal.timeout');
    await page.goto(confirm);
    await heading('Confirm your e');
    // Gone from the address bar before anything was pressed.
    expect(page.url()).toBe(`${app.url}/confirm?locale=en`);
    expect(await total(documentId)).toBe(0);
    await press('Confirm');
    await heading('You did it');
    expect(await total(documentId)).toBe(1);
    await page.getByText('1 person has taken action').waitFor();
    await page.getByRole('link', { name: 'WhatsApp' }).waitFor();
    await page.getByRole('link', { name: 'Write a letter' }).click();
    await page.waitForURL(`**/en/actions/${next.slug}`);
    expect(complaints).toEqual([]);
  });

  const keyOf = (action: string): string => `campaign-actions:signed:${action}`;
  const remember = (action: string) =>
    page.evaluate(`localStorage.setItem('${keyOf(action)}', 'confirmation-sent')`);
  const remembered = (action: string) =>
    page.evaluate<string | null>(`localStorage.getItem('${keyOf(action)}')`);
  const focused = () =>
    page.evaluate<string>(
      `document.querySelector('campaign-link').shadowRoot.activeElement?.textContent.trim() ?? ''`,
    );

  it('need not press it in the very browser that remembers having signed (T-31)', async () => {
    const { documentId, confirm } = await signed();
    await begin();
    await page.goto(`${app.url}/confirm`);
    await remember(documentId);
    await page.goto(confirm);
    await heading('Thank you');
    expect(await total(documentId)).toBe(1);
    expect(await remembered(documentId)).toBe('confirmed');
  });

  it('keeps the link when they skip to the content, and when the site moves it', async () => {
    const { documentId, confirm } = await signed();
    await begin();
    await page.goto(confirm);
    await heading('Confirm your e');
    await page.evaluate(`location.hash = 'main'`);
    await page.evaluate(`document.body.prepend(document.querySelector('campaign-link'))`);
    await heading('Confirm your e');
    await press('Confirm');
    await heading('Thank you');
    await page.evaluate(`document.querySelector('campaign-link').setAttribute('locale', 'fr')`);
    await heading('Thank you');
    expect(await total(documentId)).toBe(1);
  });

  it('opens another mail’s link while the first one is sent, and both are followed', async () => {
    const first = await signed();
    const second = await signed();
    await begin();
    let answerFirst: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    await page.route(
      '**/signatures/confirm',
      async (route) => {
        await held;
        await route.continue();
      },
      { times: 1 },
    );
    await page.goto(first.confirm);
    const sent = page.waitForRequest('**/signatures/confirm');
    await press('Confirm');
    await sent;
    await page.goto(second.reject);
    await heading('This was not you?');
    const answered = page.waitForResponse('**/signatures/confirm');
    const isTold = page.evaluate(
      `new Promise((resolve) => addEventListener('campaign:confirmed', resolve, { once: true })).then(() => true)`,
    );
    answerFirst();
    await answered;
    expect(await isTold).toBe(true);
    await press('This was not me');
    await heading('Thank you for telling us');
    expect(await total(first.documentId)).toBe(1);
    expect(await supporters.submissions(second.documentId)).toMatchObject([{ state: 'rejected' }]);
  });

  it('leaves no token on the page once it was used, and has that of a link that comes later', async () => {
    const { confirm } = await signed();
    const { reject } = await signed();
    await begin();
    const language = async (): Promise<string> =>
      (await page.getByRole('link', { name: 'Français' }).getAttribute('href')) ?? '';
    await page.goto(confirm);
    await heading('Confirm your e');
    expect(await language()).toContain('token=');
    await press('Confirm');
    await heading('Thank you');
    expect(await language()).not.toContain('token=');
    await page.goto(reject);
    await heading('This was not you?');
    expect(await language()).toContain(new URL(reject).hash);
    await press('This was not me');
    await heading('Thank you for telling us');
    expect(await language()).not.toContain('token=');
    expect(complaints).toEqual([]);
  });

  it('is led on to the page where an editor thanks', async () => {
    const redirectUrl = 'https://www.example.org/thanks';
    const { confirm } = await signed({ thanks: { redirectUrl } });
    await begin();
    await page.route(redirectUrl, (route) => route.fulfill({ body: 'Thank you' }));
    await page.goto(confirm);
    await press('Confirm');
    await page.waitForURL(redirectUrl);
  });

  it('takes the next action in its place where that has no page, and shares no mail’s page', async () => {
    const next = await make.action({ title: 'Call them', confirmation: 'none' });
    const { confirm } = await signed({ thanks: { nextAction: next.documentId } });
    await begin();
    await page.goto(confirm);
    await page.evaluate(`document.querySelector('campaign-link').removeAttribute('action-url')`);
    await press('Confirm');
    await page.getByRole('button', { name: 'Sign the petition' }).click();
    await page.getByText('Urge those responsible to act.').waitFor();
    const within = "document.querySelector('campaign-link').shadowRoot";
    await until(page, `${within}.querySelector('campaign-form').shadowRoot.activeElement`);
    await page.getByLabel('First name').fill('Zoë');
    await page.getByLabel('Last name').fill('Example');
    await page.getByLabel('E-mail', { exact: true }).fill(someEmail());
    await press('Sign');
    await heading('Thank you for taking action');
    expect(await page.getByRole('link', { name: 'WhatsApp' }).count()).toBe(0);
  });

  it('presses it always where signers are at risk, and nothing names what was confirmed', async () => {
    const title = 'A title that could out a person';
    const { documentId, confirm } = await signed({ sensitive: true, title });
    expect(confirm).not.toContain(documentId);
    await begin();
    await page.goto(`${app.url}/confirm`);
    await remember(documentId);
    // As a mail named it that was sent before the action was marked.
    await page.goto(`${confirm}&action=${documentId}`);
    await heading('Confirm your e');
    await until(page, `localStorage.getItem('${keyOf(documentId)}') === null`);
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
    await press('Confirm');
    await heading('Thank you');
    await page.getByText('Your e-mail address is confirmed.').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(title);
    const { signatures: counted } = await supporters.ledger(documentId);
    expect(counted).toBe(1);
  });

  it('says “this was not me”, and pastes a code where the link is not whole', async () => {
    const { documentId, confirm, reject } = await signed();
    await begin({ locale: 'fr-CA' });
    await page.goto(confirm.slice(0, -60).replace('locale=en', 'locale=fr'));
    await press('Confirmer');
    await page.getByText('Ce lien ou ce code n’est pas valide').waitFor();
    const code = page.getByLabel('Code de notre courriel');
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    expect(await code.getAttribute('aria-describedby')).toContain('said');
    await code.fill(reject);
    await press('Ce n’était pas moi');
    await heading('Merci de nous l’avoir dit');
    expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'rejected' }]);
  });

  it('is asked once more when they paste a link for something else than they press', async () => {
    const { documentId, reject } = await signed();
    await begin();
    await page.addInitScript('delete SubmitEvent.prototype.submitter');
    await page.goto(`${app.url}/confirm`);
    await remember(documentId);
    await page.getByLabel('Code from our mail').fill(reject);
    await press('Confirm');
    await heading('This was not you?');
    expect(await focused()).toBe('This was not you?');
    expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'waiting' }]);
    await press('This was not me');
    await heading('Thank you for telling us');
    expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'rejected' }]);
    expect(await remembered(documentId)).toBeNull();
  });

  it('confirms without JavaScript by the code of the mail', async () => {
    const { documentId, confirm } = await signed();
    await begin({ javaScriptEnabled: false });
    await page.goto(confirm);
    await page.getByRole('textbox', { name: 'Code from our mail' }).fill(confirm);
    await press('Confirm');
    await heading('Thank you');
    expect(await total(documentId)).toBe(1);
  });

  it('signs on the campaign page without JavaScript, too', async () => {
    const action = await make.action();
    const campaign = await make.campaign({ action: action.documentId });
    await begin({ javaScriptEnabled: false });
    await page.goto(`${app.url}/en/${campaign.slug}`);
    await page.getByLabel('First name').fill('Zoë');
    await page.getByLabel('Last name').fill('Example');
    await page.getByLabel('E-mail', { exact: true }).fill(someEmail());
    await press('Sign');
    await heading('Almost there');
    expect(await supporters.submissions(action.documentId)).toHaveLength(1);
  });

  it('has the link still when the language is changed', async () => {
    const { documentId, confirm } = await signed();
    await begin();
    await page.goto(confirm);
    await heading('Confirm your e');
    await page.getByRole('link', { name: 'Français' }).click();
    await heading('Confirmez votre adresse');
    expect(page.url()).toBe(`${app.url}/confirm?locale=fr`);
    await press('Confirmer');
    await heading('Thank you');
    expect(await total(documentId)).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('finds the mail of the demo in its mailbox, as soon as it comes, and follows its link', async () => {
    await begin();
    await page.goto(`${app.url}/mailbox`);
    const { documentId, email } = await signed();
    await page.getByRole('link', { name: email }).click();
    await heading('Please confirm your e-mail address');
    const mail = page.frameLocator('iframe');
    await mail.getByRole('link', { name: 'Confirm', exact: true }).click();
    await heading('Confirm your e');
    await press('Confirm');
    await heading('Thank you');
    expect(await total(documentId)).toBe(1);
    expect(complaints).toEqual([]);
  });
});
