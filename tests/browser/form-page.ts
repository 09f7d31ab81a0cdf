import path from 'node:path';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import { startBrowser } from '../chromium';
import { counters } from '../counters';
import { oneApp } from '../one-app';

const DIST = path.resolve(__dirname, '../../clients/web/dist');
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types campaign-actions',
].join('; ');

/** What a page with one form told its own analytics. */
interface Told {
  name: string;
  detail: unknown;
}

interface Opening {
  locale?: string;
  width?: number;
  /** Behind the page's address, such as `?utm_source=mail#email=zoe@example.org`. */
  behind?: string;
}

/** A page of somebody's own site with a form on it, and what people do there. */
export interface FormPage {
  page: Page;
  field(name: string): Locator;
  fill(values: Record<string, string>): Promise<void>;
  submit(): Promise<void>;
  /** Waits for what is shown: `open`, `almost-there`, `thanks`, `taken-part`. */
  shows(screen: string): Promise<void>;
  /** The name of the control, or the text of the heading, that has the focus. */
  focused(): Promise<string>;
  told(): Promise<Told[]>;
  /** The bodies of all signatures that this page sent. */
  sent: string[];
}

const markup = (action: string, locale: string): string => `<!doctype html>
<html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A page</title>
<campaign-form action="${action}" base-url="/api/campaign-actions" locale="${locale}"></campaign-form>
<script type="module" src="/web/campaign-elements.js"></script></html>`;

/** What runs in the page, where these types are not known. */
const LISTEN = `globalThis.told = [];
for (const name of ['campaign:signed', 'campaign:shared'])
  addEventListener(name, ({ detail }) => told.push({ name, detail }));`;
const FOCUSED = `(() => {
  const focused = document.querySelector('campaign-form')?.shadowRoot?.activeElement;
  return focused?.getAttribute('name') ?? focused?.textContent?.trim() ?? '';
})()`;

const isSignature = (request: Request): boolean =>
  request.method() === 'POST' && request.url().includes('/signatures');

/** Opens it beside the doors of `baseUrl`, under a policy that allows the files of the package alone. */
const openForm = async (
  browser: Browser,
  baseUrl: string,
  action: string,
  { locale = 'en', width = 768, behind = '' }: Opening = {},
): Promise<FormPage> => {
  const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (isSignature(request)) sent.push(request.postData() ?? '');
  });
  await page.route(`${baseUrl}/a-page*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': POLICY },
      body: markup(action, locale),
    }),
  );
  await context.route(`${baseUrl}/web/*`, (route) =>
    route.fulfill({
      path: path.join(DIST, path.basename(new URL(route.request().url()).pathname)),
    }),
  );
  await page.addInitScript(LISTEN);
  await page.goto(`${baseUrl}/a-page${behind}`);
  const form: FormPage = {
    page,
    sent,
    field: (name) => page.locator(`[name="${name}"]`),
    async fill(values) {
      for (const [name, value] of Object.entries(values)) await form.field(name).fill(value);
    },
    submit: () => page.locator('button.main').click(),
    shows: (screen) => page.locator(`[data-screen="${screen}"]`).waitFor(),
    focused: () => page.evaluate<string>(FOCUSED),
    told: () => page.evaluate<Told[]>('told'),
  };
  return form;
};

/** An app, a browser in front of its forms, and what its counters say. */
export const inFrontOfForms = () => {
  const { app, make } = oneApp(async ({ make }) => {
    await make.locale('fr');
    await make.locale('ar');
    await make.organisation();
  });
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  return {
    app,
    make,
    open: async (action: string, opening?: Opening): Promise<FormPage> => {
      const form = await openForm(browser, app.url, action, opening);
      await form.shows('open');
      return form;
    },
    /** The counter says so, within a second. */
    becomes: counters(app).becomes,
  };
};

/** Whoever signs with this address. */
export const nameAnd = (email: string) => ({ givenName: 'Zoë', familyName: 'Example', email });
