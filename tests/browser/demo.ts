import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Browser } from 'playwright-core';
import { type App, startApp } from '../app';
import { startBrowser } from '../chromium';

const compiled = <Exports>(file: string): Promise<Exports> =>
  import(path.resolve(__dirname, '../../dist/src', file)) as Promise<Exports>;

/** Addresses of what the demo has. */
export const PAGES = {
  en: '/en/attacks-on-lgbti-people-in-chechnya-must-stop',
  fr: '/fr/les-attaques-contre-les-personnes-lgbti-en-tchetchenie-doivent-cesser',
};
export const LETTER = '/en/actions/russia-homophobic-crackdown-on-chechnya-resumes';

/** Links in mail lead to this machine, or the demo would show no mailbox. */
export const PUBLIC_URL = 'http://localhost:1337';

type Deed = (strapi: Core.Strapi) => unknown;

/** The mailbox, as `npm run demo` serves it. */
export const serveMailbox = async (strapi: Core.Strapi): Promise<void> => {
  (await compiled<{ serveMailbox: Deed }>('mailbox/index.js')).serveMailbox(strapi);
};

export const seedDemo = async (strapi: Core.Strapi): Promise<void> => {
  await (await compiled<{ seed: Deed }>('demo/seed.js')).seed(strapi);
};

/** The demo and a browser in front of it, for all stories of a file. */
export const inFrontOfDemo = () => {
  const demo = {} as { app: App; browser: Browser };
  beforeAll(async () => {
    demo.app = await startApp({ PUBLIC_URL });
    await serveMailbox(demo.app.strapi);
    await seedDemo(demo.app.strapi);
    demo.browser = await startBrowser();
  });
  afterAll(async () => {
    await demo.browser.close();
    await demo.app.destroy();
  });
  return demo;
};
