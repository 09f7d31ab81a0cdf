import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type App, startApp } from './app';
import { startBrowser, whyNoBrowser } from './chromium';
import { maker, someEmail } from './make';
import { API, signatures } from './signatures';

const PAGE = `${API}/confirm`;

describe('the page for links in mail', () => {
  let app: App;
  let make: ReturnType<typeof maker>;
  let supporters: ReturnType<typeof signatures>;

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    supporters = signatures(app);
    await make.organisation({ name: 'Candle & Sons' });
  });
  afterEach(() => supporters.ledgerEqualsRows());
  afterAll(() => app.destroy());

  /** Somebody signed, and has the mail. */
  const signed = async () => {
    const { documentId } = await make.action();
    const email = someEmail();
    await supporters.sign(documentId, { email });
    return { documentId, email, ...(await supporters.tokens(email)) };
  };

  const inLanguage = (language: string, query = '') =>
    app.get(PAGE + query, { headers: { 'Accept-Language': language } });

  it('is kept by nobody, framed by nobody, and tells nobody where the visitor came from (T-29)', async () => {
    const { status, headers } = await app.get(PAGE);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex',
    });
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('lets nothing run but its own script, and loads nothing', async () => {
    const { headers, text } = await app.get(PAGE);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|script-src[^;]*'self'|https?:|\*/);
    expect(text).not.toMatch(/ src=|<link|url\(|@import|https?:\/\//);
  });

  it('speaks English or French, as the browser asks, and names the organisation only', async () => {
    expect((await inLanguage('fr-CA,fr;q=0.9,en;q=0.5')).text).toContain('<html lang="fr">');
    expect((await inLanguage('fr-CA')).text).toContain('Collez le code');
    expect((await inLanguage('en-CA,fr;q=0.5')).text).toContain('<html lang="en">');
    expect((await inLanguage('de')).text).toContain('<html lang="en">');
    expect((await inLanguage('en', '?locale=fr-CA&utm_source=mail')).text).toContain('lang="fr"');
    const { title } = await make.action();
    const { text } = await inLanguage('en');
    expect(text).toContain('Candle &amp; Sons');
    expect(text).not.toContain(title);
  });

  it('changes nothing when it is opened twenty times by a program (T-31)', async () => {
    const { documentId } = await signed();
    for (let i = 0; i < 20; i += 1) {
      expect((await app.get(PAGE)).status).toBe(200);
      const head = await app.get(PAGE, { method: 'HEAD' });
      expect([head.status, head.text]).toEqual([200, '']);
    }
    expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'waiting' }]);
  });

  const inBrowser = whyNoBrowser ? describe.skip : describe;
  inBrowser(`in Chromium${whyNoBrowser ? ` (skipped: ${whyNoBrowser})` : ''}`, () => {
    let browser: Browser;
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterEach(() => page.context().close());
    afterAll(() => browser.close());

    /** Opens the page as a mail's link would; `link` is what stands behind the `#`. */
    const open = async (link: string, options: BrowserContextOptions = {}): Promise<void> => {
      const context = await browser.newContext({ locale: 'en-CA', ...options });
      page = await context.newPage();
      complaints = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${app.url}${PAGE}${link === '' ? '' : `#${link}`}`);
    };
    const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const total = async (action: string) => (await supporters.ledger(action)).signatures;

    it('changes nothing by being opened twenty times, with and without JavaScript (T-31)', async () => {
      const { documentId, confirm } = await signed();
      await open(`token=${confirm}`);
      const methods = new Set<string>();
      page.on('request', (request) => methods.add(request.method()));
      for (let i = 0; i < 20; i += 1) await page.reload();
      await page.waitForLoadState('networkidle');
      expect([...methods]).toEqual(['GET']);
      await page.context().close();
      await open(`token=${confirm}`, { javaScriptEnabled: false });
      for (let i = 0; i < 20; i += 1) await page.reload();
      expect(await page.content()).toContain('Your browser runs no JavaScript');
      expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'waiting' }]);
    });

    it('takes the code of the mail, or a link, without JavaScript too', async () => {
      const box = (name: string) => page.getByRole('textbox', { name });
      const { documentId, email, confirm, reject } = await signed();
      await open(`token=${confirm}`, { javaScriptEnabled: false });
      await box('Code from our mail').fill(confirm);
      await press('Confirm');
      await heading('Thank you');
      expect(await total(documentId)).toBe(1);
      const { withdraw } = await supporters.tokens(email, 2);
      await page.goto(`${app.url}${PAGE}?locale=fr`);
      await box('Code de notre courriel').fill(`#token=${withdraw}&for=withdraw`);
      await press('Retirer ma signature');
      await heading('Votre signature est retirée');
      expect(await total(documentId)).toBe(0);
      await page.goto(`${app.url}${PAGE}`);
      await box('Code from our mail').fill(reject.slice(1));
      await press('This was not me');
      await heading('This did not work');
      await page.getByRole('link', { name: 'Paste another code' }).click();
      await box('Code from our mail').fill(reject);
      await press('This was not me');
      await heading('Thank you for telling us');
    });

    it('confirms with one button, and takes the token out of the address', async () => {
      const { documentId, confirm } = await signed();
      await open(`token=${confirm}`);
      expect(await page.getByRole('textbox').count()).toBe(0);
      await press('Confirm');
      await heading('Thank you');
      expect(await total(documentId)).toBe(1);
      expect(page.url()).toBe(app.url + PAGE);
      expect(await page.getByRole('button').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('is for “this was not me” and for withdrawing too', async () => {
      const { documentId, email, confirm, reject } = await signed();
      await supporters.confirm(confirm);
      const { withdraw } = await supporters.tokens(email, 2);
      await open(`token=${withdraw}&for=withdraw`);
      expect(await total(documentId)).toBe(1);
      await press('Withdraw my signature');
      await heading('Your signature is withdrawn');
      expect(await total(documentId)).toBe(0);
      await page.goto(`${page.url()}#token=${reject}&for=reject`);
      await press('This was not me');
      await heading('Thank you for telling us');
    });

    it('takes the code of the mail where the link lost its token, by keyboard alone', async () => {
      const { documentId, confirm } = await signed();
      await open('');
      await page.getByLabel('Code from our mail').focus();
      await page.keyboard.insertText(` ${confirm}\n`);
      await page.keyboard.press('Enter');
      await heading('Thank you');
      expect(await page.evaluate('document.activeElement.id')).toBe('heading');
      expect(await total(documentId)).toBe(1);
    });

    it('says that a link is not valid, and takes the whole link of another mail instead', async () => {
      const { documentId, confirm, reject } = await signed();
      await open(`token=${confirm.slice(0, -3)}`);
      await press('Confirm');
      await page.getByText('This link or code is not valid').waitFor();
      await page
        .getByLabel('Code from our mail')
        .fill(`https://act.example.org/x#token=${reject}&for=reject`);
      await press('This was not me');
      await heading('Thank you for telling us');
      expect(await supporters.submissions(documentId)).toMatchObject([{ state: 'rejected' }]);
    });

    it('says that the server was not reached, and tries again when asked', async () => {
      const { documentId, confirm } = await signed();
      await open(`token=${confirm}`, { locale: 'fr-CA' });
      await page.context().setOffline(true);
      await press('Confirmer');
      await page.getByText('Notre serveur est injoignable.').waitFor();
      await page.context().setOffline(false);
      await page.route('**/signatures/confirm', (route) => route.fulfill({ status: 503 }), {
        times: 1,
      });
      await press('Réessayer');
      await page.getByText('Notre serveur').waitFor();
      await press('Réessayer');
      await heading('Merci');
      expect(await total(documentId)).toBe(1);
    });

    it('keeps the link when the language is changed', async () => {
      const { documentId, confirm } = await signed();
      await open(`token=${confirm}`);
      await page.getByRole('link', { name: 'Français' }).click();
      await press('Confirmer');
      await heading('Merci');
      expect(await total(documentId)).toBe(1);
    });
  });
});
