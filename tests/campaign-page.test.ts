import { createHash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { makePage } from './page';
import { oneApp } from './one-app';
import { previews } from './previews';

interface Demo {
  seed: (strapi: Core.Strapi) => Promise<string[]>;
}

/** The seed as the host has it compiled. */
const loadDemo = async (strapi: Core.Strapi): Promise<void> => {
  const { seed } = (await import(path.resolve(__dirname, '../dist/src/demo/seed.js'))) as Demo;
  await seed(strapi);
};

const EN = '/en/attacks-on-lgbti-people-in-chechnya-must-stop';
const FR = '/fr/les-attaques-contre-les-personnes-lgbti-en-tchetchenie-doivent-cesser';
const LETTER = '/en/actions/russia-homophobic-crackdown-on-chechnya-resumes';
const MOST_BYTES = 60_000;

const sha256 = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policyOf = (headers: Headers): string => headers.get('content-security-policy') ?? '';

/** What is between this and that, each time. */
const between = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('The campaign page of the host', () => {
  const { app, make } = oneApp(async ({ app: { strapi } }) => loadDemo(strapi));
  const inLanguage = (to: string, language: string) =>
    app.get(to, { headers: { 'Accept-Language': language } });

  it('is the newest campaign, in the language that the browser prefers', async () => {
    const english = await inLanguage('/', 'en-CA,fr;q=0.5');
    expect(english.status).toBe(200);
    expect(english.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(english.headers.get('vary')).toContain('Accept-Language');
    expect(english.text).toContain('<h1>Attacks on LGBTI people in Chechnya must stop</h1>');
    const french = await inLanguage('/', 'fr-CA,fr;q=0.9,en;q=0.5');
    expect(french.headers.get('content-language')).toBe('fr');
    expect(french.text).toMatch(/<html\s+lang="fr"/);
    expect(french.text).toContain('Tchétchénie doivent cesser</h1>');
    expect((await inLanguage('/?locale=fr', 'en')).headers.get('content-language')).toBe('fr');
  });

  it('has an address in each language, and each leads to the other', async () => {
    const [english, french] = await Promise.all([app.get(EN), app.get(FR)]);
    expect([english.status, french.status]).toEqual([200, 200]);
    expect(english.text).toContain(`href="${FR}"`);
    expect(french.text).toContain(`href="${EN}"`);
    expect(french.text).toContain(`rel="canonical" href="https://act.example.org${FR}"`);
  });

  it('can be read and signed without any script', async () => {
    const { text } = await app.get(EN);
    for (const words of [
      'people reported to have been tortured to death since December 2018',
      'people have taken action',
      '215 more to reach 1,000',
      'Government of Russia',
      'Some of those who escaped were resettled in Canada.',
      'Write a letter',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/<form[^>]+method="post"[^>]+\/forms\/sign\//s);
  });

  it('leads to the letter, which has a page of its own', async () => {
    expect((await app.get(EN)).text).toContain(`href="${LETTER}"`);
    const { status, text } = await app.get(LETTER);
    expect(status).toBe(200);
    expect(text).toContain('Dear President Putin,');
  });

  it('sends a policy that names every style by its hash, and asks for Trusted Types', async () => {
    for (const to of [EN, FR, LETTER]) {
      const { headers, text } = await app.get(to);
      const policy = policyOf(headers);
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'sha256-");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain(
        "require-trusted-types-for 'script'; trusted-types campaign-actions",
      );
      for (const style of between(text, /<style>([^]*?)<\/style>/g))
        expect(policy).toContain(sha256(style));
      expect(text).not.toMatch(/<[^>]+\s(style|on\w+)=/);
    }
  });

  it('loads one module that blocks nothing, kept for ever, and weighs little in all', async () => {
    const { text } = await app.get(EN);
    const scripts = between(text, /<script\s([^>]*src=[^>]*)>/g);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toContain('type="module"');
    const [module = ''] = between(text, /src="(\/campaign-page\/[^"]+)"/g);
    const answer = await app.get(module);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const bytes = gzipSync(text).length + gzipSync(answer.text).length;
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('comes as small as the browser can take it, and not at all where the browser has it', async () => {
    const gzip = await fetch(app.url + EN, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(await gzip.text()).toContain('<h1>');
    const plain = await app.get(EN, { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const again = await app.get(EN, {
      headers: {
        'Accept-Encoding': 'identity',
        'If-None-Match': plain.headers.get('etag') ?? '',
        // As browsers ask; Node's fetch would forbid it.
        'Cache-Control': 'max-age=0',
      },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('is nothing where no campaign has that name, and leaves other paths alone', async () => {
    for (const to of ['/en/nothing', '/en/actions/nothing', '/xx/nothing', '/campaign-page/x/y.js'])
      expect((await app.get(to)).status).toBe(404);
    expect((await app.get('/api/campaign-actions/ready')).status).toBe(200);
    expect((await app.get('/api/nothing')).status).toBe(404);
  });

  describe('before it is published', () => {
    it('is shown to whoever has a token, says so, and is kept by nobody', async () => {
      const action = await make.action({ status: 'draft', slug: 'a-draft-action' });
      const campaign = await make.campaign({
        status: 'draft',
        slug: 'a-draft',
        title: 'A draft',
        action: action.documentId,
      });
      const preview = previews(app).token('campaign', campaign);
      const query = `status=draft&preview=${preview}`;
      const led = await app.get(`/preview?campaign=${campaign.documentId}&locale=en&${query}`);
      expect(led.status).toBe(302);
      const { status, headers, text } = await app.get(led.headers.get('location') ?? '');
      expect(status).toBe(200);
      expect(text).toContain('<h1>A draft</h1>');
      expect(text).toContain('Draft: nothing is stored.');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect((await app.get(`/en/a-draft?${query}x`)).status).toBe(404);
      expect((await app.get('/en/a-draft')).status).toBe(404);
      expect(app.logs.join('')).not.toContain(preview);
    });
  });

  describe('with scripts of others', () => {
    it('lets those run that it lists, and no others', async () => {
      const { campaign } = await makePage(app);
      const { headers, text } = await app.get(`/en/${campaign.slug}`);
      expect(policyOf(headers)).toContain("script-src 'self' https://cdn.example.org;");
      expect(policyOf(headers)).not.toContain('trusted-types');
      // It waits for consent.
      expect(text).not.toContain('<script src="https://cdn');
      expect(text).toContain('data-scripts');
      expect(text).toContain('data-consent');
    });
  });
});

describe('The page at /, while nothing is published', () => {
  const { app } = oneApp();

  it('is the list of doors, which says how to load the demo', async () => {
    const { status, text } = await app.get('/');
    expect(status).toBe(200);
    expect(text).toContain('<code>npm run seed</code>');
  });
});
