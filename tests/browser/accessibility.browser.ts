import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { maker } from '../make';
import { LETTER, PAGES, inFrontOfDemo } from './demo';
import { isLive } from './waiting';

interface Finding {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = { phone: { width: 375, height: 800 }, desk: { width: 1280, height: 900 } };

const DARK = { __component: 'campaign-actions.section-text', heading: '2017 attacks' };
const PICTURE = {
  type: 'image',
  children: [{ type: 'text', text: '' }],
  image: {
    ...{ name: 'a.png', url: '/a.png', hash: 'a', ext: '.png', mime: 'image/png', size: 1 },
    ...{ width: 8, height: 8, alternativeText: 'A house', caption: 'In Argun', provider: 'local' },
    ...{ createdAt: '2026-11-22T12:00:00.000Z', updatedAt: '2026-11-22T12:00:00.000Z' },
  },
};

/** What a person with a disability would stumble over here, as far as a program can tell. */
const findings = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: Finding[] }>('axe.run(document)');
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${impact}) ${target.join(' ')}: ${failureSummary}`,
    ),
  );
};

describe('Nobody is kept out', () => {
  const demo = inFrontOfDemo();
  /** Slugs of actions in other states. */
  const slugs = { closed: '', scheduled: '', won: '', counted: '' };

  beforeAll(async () => {
    const make = maker(demo.app);
    const slugOf = async (values: Record<string, unknown>): Promise<string> =>
      (await make.action(values)).slug;
    slugs.closed = await slugOf({ closesAt: '2020-01-01T00:00:00.000Z' });
    slugs.scheduled = await slugOf({ opensAt: '2090-01-01T00:00:00.000Z' });
    slugs.counted = await slugOf({ confirmation: 'none' });
    slugs.won = await slugOf({ outcome: 'won', outcomeText: 'They are free.' });
  });

  const at = async (
    path: string,
    look: (page: Page) => Promise<unknown>,
    options: BrowserContextOptions = {},
  ): Promise<void> => {
    const context = await demo.browser.newContext({ locale: 'en-CA', ...options });
    const page = await context.newPage();
    await page.goto(demo.app.url + path);
    await look(page);
    expect(await findings(page)).toEqual([]);
    await context.close();
  };
  const shows = (page: Page, screen: string): Promise<void> =>
    page.locator(`[data-screen="${screen}"]`).first().waitFor();
  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name }).first().click();
  const signed = async (page: Page, button: string, email: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'First name' }).fill('Zoë');
    await page.getByRole('textbox', { name: 'Last name' }).fill('Example');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await press(page, button);
  };

  it.each(
    Object.entries(SIZES).flatMap(([name, viewport]) =>
      [PAGES.en, PAGES.fr, LETTER].map((path) => [path, name, viewport] as const),
    ),
  )('%s on a %s', (path, _name, viewport) => at(path, isLive, { viewport }));

  it('captions on a dark ground', async () => {
    const { slug } = await maker(demo.app).campaign({
      sections: [{ ...DARK, body: [PICTURE] }],
    });
    await at(`/en/${slug}`, (page) => page.getByText('In Argun').waitFor());
  });

  it('a form that was not filled in', () =>
    at(PAGES.en, async (page) => {
      await isLive(page);
      await press(page, 'Sign the petition');
      await page.locator('[part=summary]').waitFor();
    }));

  it('what follows a signature', () =>
    at(PAGES.en, async (page) => {
      await signed(page, 'Sign the petition', 'zoe@example.org');
      await shows(page, 'almost-there');
    }));

  it('coming back after a letter', () =>
    at(LETTER, async (page) => {
      await signed(page, 'I have sent my letter', 'writer@example.org');
      await shows(page, 'almost-there');
      await page.reload();
      await shows(page, 'taken-part');
    }));

  it('thanks, with the next action and sharing', () =>
    at(`/en/actions/${slugs.counted}`, async (page) => {
      await signed(page, 'Sign', 'counted@example.org');
      await shows(page, 'thanks');
    }));

  it.each(['closed', 'scheduled', 'won'] as const)('an action that is %s', (state) =>
    at(`/en/actions/${slugs[state]}`, isLive),
  );

  it.each([
    '/confirm?locale=en',
    '/confirm?locale=fr#token=abc',
    '/api/campaign-actions/confirm?locale=en',
    '/api/campaign-actions/confirm?locale=fr#token=abc',
    '/mailbox',
    '/doors',
  ])('%s', (path) => at(path, (page) => page.getByRole('heading').first().waitFor()));

  // Where no script arrives the form is posted all the same; the program that looks needs them on.
  it.each([
    ['zoe@example', 'what is missing is said'],
    ['plain@example.org', 'it is taken'],
  ])('a form that is posted without our scripts, by %s: %s', (email) =>
    at('/robots.txt', async (page) => {
      await page.route('**/campaign-page/**', (route) => route.abort());
      await page.goto(demo.app.url + PAGES.en);
      await signed(page, 'Sign the petition', email);
      await page.waitForURL(/\/forms\/sign\//);
    }),
  );
});
